import { index, route, type RouteConfig } from '@remix-run/route-config'

/** Every address there is. Each line names its file; pick one and read on there. */
export default [
  // The county
  index('county/pages/home.tsx'),
  route('privacy', 'county/pages/privacy.tsx'),
  route('help', 'county/pages/help.tsx'),
  route('sitemap', 'county/pages/sitemap.tsx'),
  route('open-data', 'county/pages/open-data.tsx'),
  route('preferences', 'web/pages/preferences.ts'),

  // Consultations: the notice and the draft
  route('consultations', 'consultations/pages/list.tsx'),
  route('consultations/:slug', 'consultations/pages/show.tsx'),
  route('consultations/:slug/files/:file', 'consultations/pages/file.ts'),
  route('feeds/consultations.atom', 'consultations/pages/feed.ts'),

  // Comments: what residents say, and their receipts
  route('consultations/:slug/comments', 'comments/pages/list.tsx'),
  route('consultations/:slug/comments/new', 'comments/pages/new.tsx'),
  route('consultations/:slug/comments/check', 'comments/pages/check.tsx'),
  route('consultations/:slug/comments/check/:key', 'comments/pages/checked.tsx'),
  route('consultations/:slug/comments/submission', 'comments/pages/submission.tsx'),
  route('receipts', 'comments/pages/find-receipt.tsx'),
  route('receipts/lost', 'comments/pages/lost-receipt.tsx'),
  route('receipts/:code', 'comments/pages/receipt.tsx'),
  route('receipts/:code/withdrawal', 'comments/pages/withdrawal.tsx'),
  route('receipts/:code/objection', 'moderation/pages/objection.tsx'),
  route('moderation-reasons', 'moderation/pages/reasons.tsx'),

  // Adoption reports
  route('reports', 'reports/pages/list.tsx'),
  route('consultations/:slug/report', 'reports/pages/show.tsx'),
  route('consultations/:slug/report.json', 'reports/pages/report-json.ts'),
  route('consultations/:slug/report.csv', 'reports/pages/report-csv.ts'),

  // Draws
  route('open-days/:slug/draw', 'draws/pages/show.tsx'),
  route('open-days/:slug/draw.json', 'draws/pages/draw-json.ts'),
  route('open-days/:slug/entries.txt', 'draws/pages/entries-txt.ts'),

  // Accounts
  route('sign-in', 'accounts/pages/sign-in.tsx'),
  route('sign-in/again', 'accounts/pages/sign-in-again.tsx'),
  route('sign-up', 'accounts/pages/sign-up.tsx'),
  route('sign-out', 'accounts/pages/sign-out.ts'),
  route('account', 'accounts/pages/account.tsx'),
  route('account/details', 'accounts/pages/details.tsx'),
  route('account/closing', 'accounts/pages/closing.tsx'),
  route('account/password', 'accounts/pages/change-password.tsx'),
  route('account/other-sessions', 'accounts/pages/other-sessions.ts'),
  route('password-reset', 'accounts/pages/ask-reset.tsx'),
  route('password-reset/:code', 'accounts/pages/reset.tsx'),
  route('invitations/:code', 'accounts/pages/invitation.tsx'),
  route('set-up/:code', 'accounts/pages/set-up.tsx'),

  // Desk
  route('desk', 'county/desk/home.tsx'),
  route('desk/county', 'county/desk/settings.tsx'),
  route('desk/people', 'accounts/desk/people.tsx'),
  route('desk/people/invitations', 'accounts/desk/invite.tsx'),
  route('desk/people/invitations/:id/revocation', 'accounts/desk/revocation.ts'),
  route('desk/people/:id', 'accounts/desk/person.tsx'),
  route('desk/people/:id/disabling', 'accounts/desk/disabling.tsx'),
  route('desk/people/:id/enabling', 'accounts/desk/enabling.ts'),
  route('desk/people/:id/reset-code', 'accounts/desk/reset-code.tsx'),
  route('desk/people/:id/closing', 'accounts/desk/closing.tsx'),
  route('desk/reset-codes', 'accounts/desk/counter.tsx'),
  route('desk/departments', 'accounts/desk/departments.tsx'),
  route('desk/departments/:id', 'accounts/desk/department.tsx'),
  route('desk/departments/:id/closing', 'accounts/desk/department-closing.tsx'),
  route('desk/record', 'record/desk/list.tsx'),
  route('desk/record.csv', 'record/desk/csv.ts'),
  route('desk/messages', 'messages/desk/list.tsx'),
  route('desk/messages/:message', 'messages/desk/message.tsx'),
  route('desk/messages/:message/contact', 'messages/desk/contact.tsx'),
  route('desk/messages/:message/outcome', 'messages/desk/outcome.ts'),
  route('desk/messages/:message/retry', 'messages/desk/retry.ts'),

  route('desk/open-days/:id/check-in', 'check-ins/desk/gate.tsx'),

  route('desk/consultations', 'consultations/desk/list.tsx'),
  route('desk/consultations/new', 'consultations/desk/new.tsx'),
  route('desk/consultations/:id', 'consultations/desk/overview.tsx'),
  route('desk/consultations/:id/draft', 'consultations/desk/draft.tsx'),
  route('desk/consultations/:id/articles', 'consultations/desk/articles.tsx'),
  route('desk/consultations/:id/notice', 'consultations/desk/notice.tsx'),
  route('desk/consultations/:id/files', 'consultations/desk/files.tsx'),
  route('desk/consultations/:id/files/:file', 'consultations/desk/file.ts'),
  route('desk/consultations/:id/files/:file/removal', 'consultations/desk/file-removal.ts'),
  route('desk/consultations/:id/approval-request', 'consultations/desk/approval-request.tsx'),
  route('desk/consultations/:id/publication', 'consultations/desk/publication.tsx'),
  route('desk/consultations/:id/return', 'consultations/desk/return.tsx'),

  route('desk/consultations/:id/comments', 'moderation/desk/queue.tsx'),
  route('desk/consultations/:id/comments/entry', 'comments/desk/entry.tsx'),
  route('desk/consultations/:id/comments/:number/receipt', 'comments/desk/handing-over.tsx'),
  route('desk/consultations/:id/comments/import', 'comments/desk/import.tsx'),
  route('desk/consultations/:id/comments/import/confirmation', 'comments/desk/import-confirmation.tsx'),
  route('desk/consultations/:id/comments/clean', 'moderation/desk/publish-clean.ts'),
  route('desk/consultations/:id/comments/:number', 'moderation/desk/decide.tsx'),
  route('desk/objections/:objection', 'moderation/desk/answer-objection.tsx'),

  route('desk/consultations/:id/points', 'reports/desk/points.tsx'),
  route('desk/consultations/:id/points/new', 'reports/desk/new-point.tsx'),
  route('desk/consultations/:id/points/:point', 'reports/desk/point.tsx'),
  route('desk/consultations/:id/points/:point/comments', 'reports/desk/point-comments.tsx'),
  route('desk/consultations/:id/points/:point/merging', 'reports/desk/merging.tsx'),
  route('desk/consultations/:id/points/:point/deletion', 'reports/desk/deletion.tsx'),
  route('desk/consultations/:id/sorting/:number', 'reports/desk/sort-comment.tsx'),
  route('desk/consultations/:id/sorting/:number/inadmissible', 'reports/desk/inadmissible.tsx'),
  route('desk/consultations/:id/report', 'reports/desk/report.tsx'),
  route('desk/consultations/:id/report/approval-request', 'reports/desk/approval-request.tsx'),
  route('desk/consultations/:id/report/correction', 'reports/desk/correction.tsx'),
  route('desk/consultations/:id/report/publication', 'reports/desk/publication.tsx'),
  route('desk/consultations/:id/report/return', 'reports/desk/return.tsx'),

  route('desk/open-days/:id/draw', 'draws/desk/draw.tsx'),
  route('desk/open-days/:id/draw/value', 'draws/desk/value.tsx'),

  // Open data
  route('api/v1/consultations', 'open-data/consultations.ts'),
  route('api/v1/consultations/:slug', 'open-data/consultation.ts'),
  route('api/v1/consultations/:slug/comments', 'open-data/comments.ts'),
  route('api/v1/consultations/:slug/report', 'open-data/report.ts'),
  route('api/v1/reports', 'open-data/reports.ts'),
  route('api/openapi.json', 'open-data/openapi.ts'),

  route('*', 'web/pages/not-found.tsx'),
] satisfies RouteConfig
