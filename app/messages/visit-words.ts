/** Messages about registrations for open days; part of words.ts. */
export const visitMailZh = {
  registered: {
    subject: '报名成功：{{title}}',
    body: '您已报名参加“{{title}}”。\n\n时间：{{when}}\n地点：{{place}}\n人数：{{size}}人\n报名编号：{{code}}\n\n凭编号可以查看入场凭证、修改人数或取消。不能来请尽早取消，名额会留给候补的人。请不要把编号告诉别人。',
    sms: '{{county}}：已报名“{{title}}”，{{when}}，{{size}}人。报名编号{{code}}，不能来请凭编号取消。',
  },
  'registration-waiting': {
    subject: '已列入候补：{{title}}',
    body: '“{{title}}”这一场已经报满，您已列入候补。\n\n时间：{{when}}\n地点：{{place}}\n人数：{{size}}人\n报名编号：{{code}}\n\n有人取消时，按候补次序通知您；凭编号可以查看排在第几位，也可以退出候补。',
    sms: '{{county}}：“{{title}}”已报满，您已列入候补，有名额会通知您。报名编号{{code}}。',
  },
  'registration-applied': {
    subject: '已收到报名：{{title}}',
    body: '我们已收到您参加“{{title}}”的报名。报名不等于入选，结果确定后会通知您。\n\n时间：{{when}}\n地点：{{place}}\n人数：{{size}}人\n报名编号：{{code}}\n\n凭编号可以查看结果、修改人数或取消。',
    sms: '{{county}}：已收到“{{title}}”的报名，结果确定后通知您。报名编号{{code}}。',
  },
  'registration-found': {
    subject: '您已经报过名：{{title}}',
    body: '有人用这个联系方式再次报名“{{title}}”。同一次开放日每个联系方式只能报名一次，原来的报名没有改动。\n\n时间：{{when}}\n地点：{{place}}\n人数：{{size}}人\n报名编号：{{code}}\n\n要改场次或人数，请凭编号修改或取消后重新报名。如果不是您本人操作，不用理会。',
    sms: '{{county}}：您已报过“{{title}}”，原报名没有改动。报名编号{{code}}，凭编号可修改或取消。',
  },
  'registrations-found': {
    subject: '您要找的报名编号',
    body: '您在网站上查找了用这个联系方式报的名。报名编号如下：\n\n{{codes}}\n\n如果不是您本人查找的，不用理会，没有任何内容被改动。',
    sms: '{{county}}：您的报名编号：{{codes}}',
  },
  offer: {
    subject: '有名额了，请确认：{{title}}',
    body: '您候补的“{{title}}”有名额了，已为您保留。\n\n时间：{{when}}\n地点：{{place}}\n人数：{{size}}人\n报名编号：{{code}}\n\n请在收到通知后{{hours}}小时内凭编号确认参加或放弃；过时名额会给下一位。',
    sms: '{{county}}：“{{title}}”有名额了，{{when}}。请在{{hours}}小时内凭报名编号{{code}}确认或放弃。',
  },
  'offer-expired': {
    subject: '名额已过确认时间：{{title}}',
    body: '为您保留的“{{title}}”名额已过确认时间，已给下一位候补的人。\n\n报名编号：{{code}}',
    sms: '{{county}}：“{{title}}”的名额已过确认时间，已给下一位。报名编号{{code}}。',
  },
  'not-chosen': {
    subject: '报名结果：{{title}}',
    body: '谢谢您报名“{{title}}”。这一次没有选上您，原因可以凭编号查看。\n\n报名编号：{{code}}',
    sms: '{{county}}：“{{title}}”这一次没有选上您，原因可凭报名编号{{code}}查看。',
  },
  'registration-cancelled': {
    subject: '报名已取消：{{title}}',
    body: '您参加“{{title}}”的报名已经取消，名额已经放出。\n\n时间：{{when}}\n报名编号：{{code}}\n\n如果不是您本人取消的，请尽快与我们联系。',
    sms: '{{county}}：“{{title}}”的报名（编号{{code}}）已取消。不是您本人取消的请与我们联系。',
  },
  'slot-moved': {
    subject: '时间或地点有变，请再确认：{{title}}',
    body: '您报名的“{{title}}”有变动：{{why}}\n\n现在的时间：{{when}}\n现在的地点：{{place}}\n报名编号：{{code}}\n\n请凭编号再确认一次是否参加。您的报名保留。',
    sms: '{{county}}：“{{title}}”改为{{when}}，{{place}}。请凭报名编号{{code}}再确认是否参加。',
  },
  'slot-cancelled': {
    subject: '本场取消：{{title}}',
    body: '很抱歉，您报名的“{{title}}”（{{when}}）取消了：{{why}}\n\n报名编号：{{code}}',
    sms: '{{county}}：很抱歉，“{{title}}”（{{when}}）取消了：{{why}}',
  },
  'visit-tomorrow': {
    subject: '请记得来：{{title}}',
    body: '“{{title}}”就要开始了。\n\n时间：{{when}}\n地点：{{place}}\n人数：{{size}}人\n报名编号：{{code}}\n\n请带上入场凭证（凭编号打开、打印或截屏都可以）。不能来请马上取消，名额会给候补的人。',
    sms: '{{county}}：“{{title}}”{{when}}开始，{{place}}。凭报名编号{{code}}入场，不能来请取消。',
  },
  'visit-feedback': {
    subject: '谢谢您来，请说说看：{{title}}',
    body: '谢谢您参加“{{title}}”。来这一趟怎么样，哪里好，哪里该改？四个小问题，两分钟答完，不记名。\n\n报名编号：{{code}}\n\n在报名页用编号打开就能回答。不想回答，不用理会，我们不会再问。',
    sms: '{{county}}：谢谢您参加“{{title}}”。请凭报名编号{{code}}回答四个小问题，不记名；不想回答不用理会。',
  },
  'visit-invitation': {
    subject: '邀请您参加：{{title}}',
    body: '邀请您参加“{{title}}”，名额类别：{{group}}。\n\n邀请码：{{code}}\n\n凭这个邀请码可以报名一次，请不要转发。名额报满后列入候补。',
    sms: '{{county}}：邀请您参加“{{title}}”，邀请码{{code}}，可报名一次，请勿转发。',
  },
}

/** What goes with a message to those who have places and have not yet told what else is asked. */
export const visitDetailsZh = {
  body: '入场前还要填来访信息（公告里写明了问什么、为什么）。请在{{details}}前打开“我的报名”填写；没有网络的，可以打电话给我们代填。',
  sms: '请在{{details}}前打开“我的报名”填写来访信息。',
}

export const visitTemplateZh = {
  registered: '报名成功',
  'registration-waiting': '列入候补',
  'registration-applied': '收到报名',
  'registration-found': '重复报名提醒',
  'registrations-found': '找回报名编号',
  offer: '候补有名额',
  'offer-expired': '名额过时',
  'not-chosen': '未入选',
  'registration-cancelled': '报名取消',
  'slot-moved': '场次变动',
  'slot-cancelled': '场次取消',
  'visit-tomorrow': '参加提醒',
  'visit-invitation': '定向邀请',
  'visit-feedback': '满意度回访',
}

export const visitMailEn: typeof visitMailZh = {
  registered: {
    subject: 'You are registered: {{title}}',
    body: 'You are registered for “{{title}}”.\n\nWhen: {{when}}\nWhere: {{place}}\nPeople: {{size}}\nRegistration code: {{code}}\n\nWith this code you can open your ticket, change the number of people or cancel. If you cannot come, please cancel early: your places go to those who wait. Please keep the code to yourself.',
    sms: '{{county}}: you are registered for “{{title}}”, {{when}}, {{size}} people. Code {{code}}. Cannot come? Please cancel with it.',
  },
  'registration-waiting': {
    subject: 'You are on the waiting list: {{title}}',
    body: 'This slot of “{{title}}” is full. You are on the waiting list.\n\nWhen: {{when}}\nWhere: {{place}}\nPeople: {{size}}\nRegistration code: {{code}}\n\nWhen someone cancels you hear from us in the order of the list. With this code you can see your place in it, or leave it.',
    sms: '{{county}}: “{{title}}” is full. You are on the waiting list and will hear from us. Code {{code}}.',
  },
  'registration-applied': {
    subject: 'We have your registration: {{title}}',
    body: 'We have your registration for “{{title}}”. It is not yet a place: you hear from us when people have been chosen.\n\nWhen: {{when}}\nWhere: {{place}}\nPeople: {{size}}\nRegistration code: {{code}}\n\nWith this code you can see the result, change the number of people or cancel.',
    sms: '{{county}}: we have your registration for “{{title}}” and will tell you the result. Code {{code}}.',
  },
  'registration-found': {
    subject: 'You are registered already: {{title}}',
    body: 'Someone registered again for “{{title}}” with this contact. A contact can register once for an open day; your registration has not changed.\n\nWhen: {{when}}\nWhere: {{place}}\nPeople: {{size}}\nRegistration code: {{code}}\n\nTo change the slot or the number of people, use the code, or cancel and register again. If it was not you, there is nothing to do.',
    sms: '{{county}}: you are registered for “{{title}}” already; nothing has changed. Code {{code}} changes or cancels it.',
  },
  'registrations-found': {
    subject: 'Your registration codes',
    body: 'Someone asked on our site for the registrations made with this contact. The codes are:\n\n{{codes}}\n\nIf it was not you, there is nothing to do: nothing was changed.',
    sms: '{{county}}: your registration codes: {{codes}}',
  },
  offer: {
    subject: 'A place is free, please answer: {{title}}',
    body: 'Places have become free for “{{title}}”, and are kept for you.\n\nWhen: {{when}}\nWhere: {{place}}\nPeople: {{size}}\nRegistration code: {{code}}\n\nPlease accept or decline with the code within {{hours}} hours of this message. After that they go to the next.',
    sms: '{{county}}: a place is free for “{{title}}”, {{when}}. Please answer within {{hours}} hours with code {{code}}.',
  },
  'offer-expired': {
    subject: 'The time to answer is over: {{title}}',
    body: 'The places kept for you for “{{title}}” went to the next on the list, because the time to answer was over.\n\nRegistration code: {{code}}',
    sms: '{{county}}: the places kept for you for “{{title}}” went to the next on the list. Code {{code}}.',
  },
  'not-chosen': {
    subject: 'The result of your registration: {{title}}',
    body: 'Thank you for registering for “{{title}}”. You were not chosen this time; the reason is at your registration.\n\nRegistration code: {{code}}',
    sms: '{{county}}: you were not chosen for “{{title}}” this time. See why with code {{code}}.',
  },
  'registration-cancelled': {
    subject: 'Your registration is cancelled: {{title}}',
    body: 'Your registration for “{{title}}” is cancelled and its places are free again.\n\nWhen: {{when}}\nRegistration code: {{code}}\n\nIf it was not you, please contact us soon.',
    sms: '{{county}}: your registration for “{{title}}” (code {{code}}) is cancelled. If it was not you, contact us.',
  },
  'slot-moved': {
    subject: 'Time or place has changed, please confirm again: {{title}}',
    body: '“{{title}}”, for which you registered, has changed: {{why}}\n\nNow: {{when}}\nWhere: {{place}}\nRegistration code: {{code}}\n\nPlease say with the code whether you still come. Your registration stays as it is.',
    sms: '{{county}}: “{{title}}” is now {{when}}, {{place}}. Please confirm again with code {{code}}.',
  },
  'slot-cancelled': {
    subject: 'Cancelled: {{title}}',
    body: 'We are sorry: “{{title}}” ({{when}}), for which you registered, is cancelled: {{why}}\n\nRegistration code: {{code}}',
    sms: '{{county}}: we are sorry, “{{title}}” ({{when}}) is cancelled: {{why}}',
  },
  'visit-tomorrow': {
    subject: 'Please remember: {{title}}',
    body: '“{{title}}” begins soon.\n\nWhen: {{when}}\nWhere: {{place}}\nPeople: {{size}}\nRegistration code: {{code}}\n\nPlease bring your ticket (open it with the code; on paper or as a picture is fine). If you cannot come, please cancel now: your places go to those who wait.',
    sms: '{{county}}: “{{title}}” begins {{when}}, {{place}}. Your code is {{code}}. Cannot come? Please cancel.',
  },
  'visit-feedback': {
    subject: 'Thank you for coming, how was it? {{title}}',
    body: 'Thank you for coming to “{{title}}”. How was it, what was good, what should be better? Four short questions, two minutes, without your name.\n\nRegistration code: {{code}}\n\nOpen your registration with the code and answer there. If you would rather not, there is nothing to do, and we shall not ask again.',
    sms: '{{county}}: thank you for coming to “{{title}}”. Please answer four short questions with code {{code}}, without your name, or ignore this.',
  },
  'visit-invitation': {
    subject: 'You are invited: {{title}}',
    body: 'You are invited to “{{title}}”, places for: {{group}}.\n\nInvitation code: {{code}}\n\nIt is good for one registration; please do not pass it on. When the places are gone, you go on the waiting list.',
    sms: '{{county}}: you are invited to “{{title}}”. Invitation code {{code}}, good for one registration; please keep it to yourself.',
  },
}

export const visitDetailsEn: typeof visitDetailsZh = {
  body: 'Before you come in, details of your visit are needed (the notice says which and why). Please open your registration and fill them in before {{details}}; if you have no internet, phone us and we write them down for you.',
  sms: ' Please open your registration and fill in the details of your visit before {{details}}.',
}

export const visitTemplateEn: typeof visitTemplateZh = {
  registered: 'Registered',
  'registration-waiting': 'Waiting list',
  'registration-applied': 'Registration received',
  'registration-found': 'Registered twice',
  'registrations-found': 'Lost registration codes',
  offer: 'Offer of places',
  'offer-expired': 'Offer over',
  'not-chosen': 'Not chosen',
  'registration-cancelled': 'Registration cancelled',
  'slot-moved': 'Slot moved',
  'slot-cancelled': 'Slot cancelled',
  'visit-tomorrow': 'Reminder',
  'visit-invitation': 'Invitation to an open day',
  'visit-feedback': 'Visitors’ feedback',
}
