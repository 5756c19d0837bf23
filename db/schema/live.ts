import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { accounts, departments } from './accounts'
import { instant, now } from './columns'
import { articles, consultations } from './consultations'
import { openDays } from './open-days'

/** A live session 在线问答. Its stage follows from the instants (rules.ts); whatever its board shows is changed behind this row's lock. */
export const liveSessions = pgTable(
  'live_sessions',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    /** Six digits: read from a screen and said aloud. */
    code: text('code').notNull().unique(),
    departmentId: integer('department_id')
      .notNull()
      .references(() => departments.id),
    title: text('title').notNull(),
    lang: text('lang').notNull().default('zh-CN'),
    summary: text('summary').notNull().default(''),
    /** Besides the rules that hold for every session. */
    houseRules: text('house_rules').notNull().default(''),
    openDayId: integer('open_day_id').references(() => openDays.id),
    consultationId: integer('consultation_id').references(() => consultations.id),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    naming: text('naming', { enum: ['anonymous', 'either', 'named'] })
      .notNull()
      .default('either'),
    /** Questions are read before they are shown. */
    premoderated: boolean('premoderated').notNull().default(true),
    /** Questions of one participant. */
    questionsMost: integer('questions_most').notNull().default(5),
    /** Slow mode: seconds between two questions of one participant; 0 when it is off. */
    slowSeconds: integer('slow_seconds').notNull().default(0),
    /** Working days within which a department answers in writing what was not answered live. */
    answerWithinDays: integer('answer_within_days').notNull().default(10),
    /** Grows by one with every change of what the public sees, without a gap: "since N" means after this one. */
    seq: bigint('seq', { mode: 'number' }).notNull().default(0),
    /** Grows with every act, also those that only the desk sees. */
    acts: bigint('acts', { mode: 'number' }).notNull().default(0),
    lastNumber: integer('last_number').notNull().default(0),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => accounts.id),
    createdAt: instant('created_at').notNull().default(now),
    announcedAt: instant('announced_at'),
    announcedBy: uuid('announced_by').references(() => accounts.id),
    openedAt: instant('opened_at'),
    openedBy: uuid('opened_by').references(() => accounts.id),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by').references(() => accounts.id),
    closedAt: instant('closed_at'),
    closedBy: uuid('closed_by').references(() => accounts.id),
  },
  (t) => [
    check('live_sessions_code', sql`${t.code} ~ '^[0-9]{6}$'`),
    check('live_sessions_times', sql`${t.endsAt} > ${t.startsAt}`),
    check(
      'live_sessions_steps',
      sql`(${t.openedAt} is null or ${t.announcedAt} is not null) and (${t.endedAt} is null or ${t.openedAt} is not null) and (${t.closedAt} is null or ${t.endedAt} is not null)`,
    ),
    check(
      'live_sessions_limits',
      sql`${t.questionsMost} between 1 and 100 and ${t.slowSeconds} between 0 and 600 and ${t.answerWithinDays} between 1 and 60`,
    ),
  ],
)

/** Who answers, in which office 答问单位与答问人. */
export const liveAnswerers = pgTable(
  'live_answerers',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    sessionId: integer('session_id')
      .notNull()
      .references(() => liveSessions.id),
    departmentId: integer('department_id')
      .notNull()
      .references(() => departments.id),
    name: text('name').notNull(),
    office: text('office').notNull(),
    removedAt: instant('removed_at'),
  },
  (t) => [unique('live_answerers_within').on(t.sessionId, t.id)],
)

/** Somebody in one session: an account, or a device without one. Nobody can say whose row a guest's is without the device's own cookie. */
export const liveParticipants = pgTable(
  'live_participants',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    sessionId: integer('session_id')
      .notNull()
      .references(() => liveSessions.id),
    /** Keyed hash of the account or the device, for this session alone. */
    key: text('key').notNull(),
    /** With a resident's account; all others are guests. */
    resident: boolean('resident').notNull(),
    joinedAt: instant('joined_at').notNull().default(now),
    mutedUntil: instant('muted_until'),
    bannedAt: instant('banned_at'),
    barredBy: uuid('barred_by').references(() => accounts.id),
    barredWhy: text('barred_why').notNull().default(''),
  },
  (t) => [
    unique('live_participants_once').on(t.sessionId, t.key),
    unique('live_participants_within').on(t.sessionId, t.id),
    check('live_participants_barred', sql`(${t.mutedUntil} is null and ${t.bannedAt} is null) or ${t.barredBy} is not null`),
  ],
)

/** A question 提问, numbered within its session when it was received and for ever. */
export const liveQuestions = pgTable(
  'live_questions',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    sessionId: integer('session_id')
      .notNull()
      .references(() => liveSessions.id),
    number: integer('number').notNull(),
    participantId: integer('participant_id'),
    channel: text('channel', { enum: ['web', 'hall', 'paper'] })
      .notNull()
      .default('web'),
    enteredBy: uuid('entered_by').references(() => accounts.id),
    body: text('body').notNull(),
    /** As the asker wants to be called; empty for nobody. */
    displayName: text('display_name').notNull().default(''),
    formKey: text('form_key').notNull().unique(),
    formPrint: text('form_print').notNull(),
    askedAt: instant('asked_at').notNull().default(now),
    state: text('state', { enum: ['pending', 'published', 'declined', 'withdrawn'] })
      .notNull()
      .default('pending'),
    /** Counts the staff's acts on it: who decides says which one they saw. */
    version: integer('version').notNull().default(1),
    /** The session's seq when the public last saw it change; null while it was never public. In no index: a tally moves within its page. */
    seq: bigint('seq', { mode: 'number' }),
    /** The session's act that changed it last, supports apart: its asker hears of it. */
    act: bigint('act', { mode: 'number' }).notNull().default(0),
    publishedAt: instant('published_at'),
    decidedBy: uuid('decided_by').references(() => accounts.id),
    declineReason: text('decline_reason'),
    declineNote: text('decline_note').notNull().default(''),
    withdrawnAt: instant('withdrawn_at'),
    mergedInto: integer('merged_into'),
    departmentId: integer('department_id').references(() => departments.id),
    articleId: integer('article_id').references(() => articles.id),
    pinnedAt: instant('pinned_at'),
    /** Being answered in the hall now. */
    stagedAt: instant('staged_at'),
    answeredAt: instant('answered_at'),
    /** Answered in the hall; who said what is still to be written down. */
    unrecorded: boolean('unrecorded').notNull().default(false),
    disposition: text('disposition', { enum: ['live', 'written', 'merged', 'out-of-scope', 'withdrawn'] }),
    dispositionWhy: text('disposition_why').notNull().default(''),
    /** Of a merged one: what had become of it, given back when it stands for itself again. */
    dispositionBefore: text('disposition_before', { enum: ['live', 'written', 'out-of-scope'] }),
    residents: integer('residents').notNull().default(0),
    guests: integer('guests').notNull().default(0),
    /** The number it got when it was filed as a comment of the session's consultation. */
    commentNumber: integer('comment_number'),
  },
  (t) => [
    unique('live_questions_number').on(t.sessionId, t.number),
    unique('live_questions_within').on(t.sessionId, t.id),
    foreignKey({
      name: 'live_questions_participant',
      columns: [t.sessionId, t.participantId],
      foreignColumns: [liveParticipants.sessionId, liveParticipants.id],
    }),
    foreignKey({ name: 'live_questions_merged', columns: [t.sessionId, t.mergedInto], foreignColumns: [t.sessionId, t.id] }),
    uniqueIndex('live_questions_on_stage')
      .on(t.sessionId)
      .where(sql`${t.stagedAt} is not null`),
    index('live_questions_acts').on(t.sessionId, t.act),
    index('live_questions_parts')
      .on(t.mergedInto)
      .where(sql`${t.mergedInto} is not null`),
    index('live_questions_of_participant').on(t.participantId),
    check(
      'live_questions_asker',
      sql`(${t.channel} = 'web') = (${t.participantId} is not null) and (${t.channel} = 'web') = (${t.enteredBy} is null)`,
    ),
    check('live_questions_public', sql`(${t.state} = 'published') <= (${t.publishedAt} is not null and ${t.seq} is not null)`),
    check('live_questions_declined', sql`(${t.state} = 'declined') = (${t.declineReason} is not null)`),
    check(
      'live_questions_merged_once',
      sql`(${t.mergedInto} is null) = (${t.disposition} is distinct from 'merged') and ${t.mergedInto} is distinct from ${t.id}`,
    ),
    check('live_questions_before', sql`${t.dispositionBefore} is null or ${t.mergedInto} is not null`),
    check('live_questions_unrecorded', sql`not ${t.unrecorded} or ${t.answeredAt} is not null`),
    check('live_questions_tally', sql`${t.residents} >= 0 and ${t.guests} >= 0`),
    check('live_questions_reason', sql`${t.disposition} is distinct from 'out-of-scope' or ${t.dispositionWhy} <> ''`),
    check('live_questions_owed', sql`${t.disposition} is distinct from 'written' or ${t.departmentId} is not null`),
  ],
)

/** A support 附议: one of each participant, by this key. Of questions merged into one, a person still counts once. */
export const liveSupports = pgTable(
  'live_supports',
  {
    questionId: integer('question_id')
      .notNull()
      .references(() => liveQuestions.id),
    participantId: integer('participant_id')
      .notNull()
      .references(() => liveParticipants.id),
    at: instant('at').notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.questionId, t.participantId] }),
    index('live_supports_of').on(t.participantId),
    // They come in the order of time: what was supported lately is found by a few numbers for each stretch of the table.
    index('live_supports_lately').using('brin', t.at),
  ],
)

/** What was answered, by whom, in which office. Append-only: a correction is a new row that says what it corrects. */
export const liveAnswers = pgTable(
  'live_answers',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    sessionId: integer('session_id').notNull(),
    questionId: integer('question_id').notNull(),
    way: text('way', { enum: ['live', 'written'] }).notNull(),
    body: text('body').notNull(),
    answererId: integer('answerer_id').notNull(),
    corrects: integer('corrects').unique(),
    why: text('why').notNull().default(''),
    enteredBy: uuid('entered_by')
      .notNull()
      .references(() => accounts.id),
    at: instant('at').notNull().default(now),
  },
  (t) => [
    unique('live_answers_within').on(t.questionId, t.id),
    foreignKey({
      name: 'live_answers_question',
      columns: [t.sessionId, t.questionId],
      foreignColumns: [liveQuestions.sessionId, liveQuestions.id],
    }),
    foreignKey({
      name: 'live_answers_answerer',
      columns: [t.sessionId, t.answererId],
      foreignColumns: [liveAnswerers.sessionId, liveAnswerers.id],
    }),
    foreignKey({ name: 'live_answers_corrects', columns: [t.questionId, t.corrects], foreignColumns: [t.questionId, t.id] }),
    check('live_answers_why', sql`${t.corrects} is null or ${t.why} <> ''`),
  ],
)
