import js from '@eslint/js'
import a11y from 'eslint-plugin-jsx-a11y'
import hooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'

export default ts.config(
  {
    ignores: ['node_modules', 'build', 'build-*', 'tests/bench/stock/build', 'data', 'db/migrations', 'test-results', 'playwright-report'],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  a11y.flatConfigs.strict,
  {
    files: ['**/*.{ts,tsx,js,cjs}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      // No component has state or effects (pages are forms and links): the plugin's other rules would look for nothing, for twenty seconds.
      'react-hooks/rules-of-hooks': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A list without bullets and a table shown as cards lose their meaning in some browsers unless it is said again.
      'jsx-a11y/no-redundant-roles': ['error', { ul: ['list'], thead: ['rowgroup'], tbody: ['rowgroup'] }],
      'jsx-a11y/no-interactive-element-to-noninteractive-role': ['error', { td: ['cell'], th: ['columnheader', 'rowheader'], tr: ['row'] }],
      // House style: files under 250 lines, functions under 40 (blank lines and JSX pages get some air).
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      // SQL injection by identifier: sort columns come from enums only.
      'no-restricted-properties': [
        'error',
        { object: 'sql', property: 'identifier', message: 'Name columns in code, not by data.' },
        { object: 'sql', property: 'raw', message: 'Values go in as parameters.' },
      ],
      'no-restricted-imports': ['error', { paths: [{ name: 'react-i18next', message: 'Use ~/web/translation.' }] }],
      'no-restricted-syntax': [
        'error',
        { selector: "JSXAttribute[name.name='style']", message: 'The content policy forbids inline styles: use a class.' },
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Text goes in as text.' },
      ],
    },
  },
  {
    files: ['public/**/*.js'],
    languageOptions: {
      globals: {
        document: 'readonly',
        DOMParser: 'readonly',
        scrollBy: 'readonly',
        window: 'readonly',
        navigator: 'readonly',
        sessionStorage: 'readonly',
        speechSynthesis: 'readonly',
        SpeechSynthesisUtterance: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        location: 'readonly',
        FormData: 'readonly',
        URL: 'readonly',
        history: 'readonly',
        HTMLElement: 'readonly',
        HTMLFormElement: 'readonly',
        addEventListener: 'readonly',
        requestAnimationFrame: 'readonly',
        CSS: 'readonly',
        print: 'readonly',
        // public/gate
        crypto: 'readonly',
        caches: 'readonly',
        fetch: 'readonly',
        self: 'readonly',
        atob: 'readonly',
        btoa: 'readonly',
        indexedDB: 'readonly',
        setInterval: 'readonly',
        TextEncoder: 'readonly',
        TextDecoder: 'readonly',
        URLSearchParams: 'readonly',
        AbortController: 'readonly',
        MessageChannel: 'readonly',
      },
    },
  },
  { files: ['**/*.cjs'], languageOptions: { globals: { module: 'writable' } } },
  { files: ['**/words*.ts', '**/*-words*.ts'], rules: { 'max-lines': 'off' } },
  { files: ['tests/**'], rules: { 'max-lines': 'off', 'react-hooks/rules-of-hooks': 'off', 'no-empty-pattern': 'off' } },
)
