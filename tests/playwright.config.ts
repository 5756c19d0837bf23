import { defineConfig } from '@playwright/test'
import { findChromium } from './support/chromium'

export default defineConfig({
  testDir: '.',
  testMatch: '*/pages*.spec.ts',
  globalSetup: './support/browser-setup.ts',
  fullyParallel: false,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/browser.json' }]],
  outputDir: '../test-results/browser',
  use: {
    locale: 'zh-CN',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  // The main paths run twice: every page has to work as plain HTML.
  projects: [
    { name: 'with-script', grepInvert: /@plain/ },
    { name: 'without-script', grep: /@both|@plain/, use: { javaScriptEnabled: false } },
  ],
})
