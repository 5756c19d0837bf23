import type { ReactNode } from 'react'
import { DraftUnit } from '~/consultations/parts/draft-unit'
import { ActionBar } from '~/ui/action-bar'
import { BarChart } from '~/ui/bar-chart'
import { Breadcrumb } from '~/ui/breadcrumb'
import { Button, LinkButton } from '~/ui/button'
import { Card, CardGrid } from '~/ui/card'
import { CheckboxField, CheckboxGroup, RadioGroup } from '~/ui/choices'
import { ConfirmationPanel } from '~/ui/confirmation-panel'
import { DateTimeField } from '~/ui/date-time-field'
import { DemoBanner } from '~/ui/demo-banner'
import { Details } from '~/ui/details'
import { Diff } from '~/ui/diff'
import { EmptyState } from '~/ui/empty-state'
import { CopyButton, PrintButton, ReadAloudButton } from '~/ui/enhanced-buttons'
import { ErrorSummary } from '~/ui/error-summary'
import { Field } from '~/ui/field'
import { Fieldset } from '~/ui/fieldset'
import { FileField } from '~/ui/file-field'
import { Hero } from '~/ui/hero'
import {
  ArrowRightIcon,
  CalendarIcon,
  ClockIcon,
  CrossIcon,
  DocumentIcon,
  DownloadIcon,
  PencilIcon,
  PersonIcon,
  PhoneIcon,
  SearchIcon,
  SpeechIcon,
} from '~/ui/icons'
import { Inset } from '~/ui/inset'
import { KeyFigures } from '~/ui/key-figures'
import { List, ListRow, MetaList } from '~/ui/list-row'
import { Main } from '~/ui/main'
import { Notification } from '~/ui/notification'
import { PageTitle } from '~/ui/page-title'
import { Pagination } from '~/ui/pagination'
import { PhaseBanner } from '~/ui/phase-banner'
import { ProgressList } from '~/ui/progress-list'
import { Quote, UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { Select } from '~/ui/select'
import { SiteFooter } from '~/ui/site-footer'
import { SiteHeader } from '~/ui/site-header'
import { SkipLink } from '~/ui/skip-link'
import { StackedBar } from '~/ui/stacked-bar'
import { Stages } from '~/ui/stages'
import { SummaryList } from '~/ui/summary-list'
import { SwitchForm, ToolLink } from '~/ui/switch-form'
import { TabNav } from '~/ui/tab-nav'
import { Table } from '~/ui/table'
import { TableOfContents } from '~/ui/table-of-contents'
import { Tag } from '~/ui/tag'
import { TextArea } from '~/ui/text-area'
import { Timeline } from '~/ui/timeline'

/** Pages built of the design system, with the awkward content that real residents send. */

export const unbroken = '开'.repeat(30) + 'a'.repeat(2000)
export const tower =
  'Z' +
  '\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0316\u0317\u0318\u0319\u031c\u0323\u0324\u0325'.repeat(14) +
  'algo'

const unit = { consultationId: 1, kind: 'article', level: 0, commentable: true }
const units = [
  {
    ...unit,
    id: 1,
    position: 1,
    anchor: 'a1',
    label: '第一条',
    title: '目的和依据',
    body: '第一条　目的和依据\n为了规范电动自行车停放和充电行为，预防火灾事故，保障人民群众生命财产安全，根据《中华人民共和国消防法》等法律法规，结合本县实际，制定本办法。',
  },
  {
    ...unit,
    id: 2,
    position: 2,
    anchor: 'a2',
    label: '第二条',
    title: '',
    body: '第二条　住宅小区应当设置电动自行车集中停放场所。\n（一）新建小区按每户不少于一个车位配建；\n（二）老旧小区由街道办事处、镇人民政府会同业主委员会选定。',
  },
]

const parts = {
  open: <Tag tone="open">正在征集</Tag>,
  closing: <Tag tone="closing">还剩 2 天</Tag>,
  closed: <Tag tone="closed">已结束</Tag>,
  reported: <Tag tone="reported">已反馈</Tag>,
  pending: <Tag tone="pending">研究处理中</Tag>,
  withheld: <Tag tone="withheld">不予公开</Tag>,
  neutral: <Tag>草稿</Tag>,
}

export function Frame({ crumbs = true, children }: { crumbs?: boolean; children: ReactNode }) {
  return (
    <>
      <SkipLink>跳到正文</SkipLink>
      <SiteHeader
        name="青禾县人民政府"
        tagline="开门 · 征求意见与采纳反馈"
        homeHref="/"
        demo="演示"
        navLabel="主要栏目"
        toolsLabel="语言与显示"
        nav={[
          { href: '/consultations', label: '征求意见', current: crumbs },
          { href: '/reports', label: '采纳反馈' },
          { href: '/open-days', label: '政府开放日' },
          { href: '/live', label: '在线问答' },
          { href: '/ledger', label: '公开账本' },
        ]}
        display={
          <SwitchForm action="/display" fields={{ display: 'elder', to: '/' }}>
            长辈版
          </SwitchForm>
        }
        language={
          <SwitchForm action="/language" fields={{ lang: 'en', to: '/' }} lang="en">
            English
          </SwitchForm>
        }
        account={
          <ToolLink href="/sign-in" icon={<PersonIcon />}>
            登录
          </ToolLink>
        }
      />
      <DemoBanner tag="演示">县名、人物和意见都是虚构的，数据每天重置。</DemoBanner>
      {crumbs ? (
        <Breadcrumb
          label="当前位置"
          items={[
            { label: '首页', href: '/' },
            { label: '互动交流', href: '/i' },
            { label: '征求意见', href: '/consultations' },
            { label: '青禾县电动自行车停放充电管理办法' },
          ]}
        />
      ) : null}
      {children}
      <SiteFooter
        linksLabel="网站信息"
        links={[
          { href: '/site-map', label: '网站地图' },
          { href: '/accessibility', label: '无障碍声明' },
          { href: '/privacy', label: '隐私说明' },
          { href: '/feed', label: '订阅' },
        ]}
        facts={[
          { label: '主办单位', value: '青禾县人民政府办公室' },
          { label: '联系电话', value: '0531-0000 0000', href: 'tel:053100000000' },
          { label: 'ICP 备案', value: '鲁ICP备00000000号', href: 'https://beian.miit.gov.cn/' },
          { label: '公安备案', value: '' },
          { label: '政府网站标识码', value: '3700000000' },
        ]}
      >
        <p>由“开门”提供，开源软件，采用 Apache-2.0 许可。</p>
      </SiteFooter>
    </>
  )
}

export const rows = (
  <List label="征求意见">
    <ListRow
      href="/c/1"
      title="青禾县电动自行车停放充电管理办法（征求意见稿）"
      tag={parts.open}
      meta={[
        { label: '发布单位', value: '县住房和城乡建设局' },
        { label: '征集时间', value: '2026年11月1日至12月1日' },
        { label: '收到意见', value: '128 条' },
      ]}
    >
      小区里在哪儿停、在哪儿充、谁来管、怎么收费，请您说说看法。
    </ListRow>
    <ListRow
      href="/c/2"
      title="关于调整县城区公交 3 路、7 路线路和首末班时间的方案"
      tag={parts.closing}
      meta={[
        { label: '发布单位', value: '县交通运输局' },
        { label: '征集时间', value: '2026年10月25日至11月25日' },
      ]}
    />
    <ListRow
      href="/c/3"
      title="青禾县义务教育阶段学校课后服务收费标准"
      tag={parts.reported}
      meta={[
        { label: '发布单位', value: '县教育和体育局' },
        { label: '征集时间', value: '2026年8月1日至8月31日' },
      ]}
      links={[{ href: '/c/3/report', label: '采纳情况反馈' }]}
    />
  </List>
)

export const Home = () => (
  <Frame crumbs={false}>
    <Main>
      <Hero
        title="开门问计于民，采纳与否都有回音"
        lead="县里要出台的政策，先请您看、请您提。每一条意见都有编号，每一条都说明采纳还是不采纳、为什么。"
        actions={
          <>
            <LinkButton href="/consultations" icon={<SpeechIcon />}>
              我要提意见
            </LinkButton>
            <LinkButton href="/receipts" variant="secondary" icon={<SearchIcon />}>
              凭回执查结果
            </LinkButton>
          </>
        }
      />
      <Section title="正在征求意见" more={{ href: '/consultations', label: '全部征求意见' }}>
        {rows}
      </Section>
      <Section title="今年以来">
        <KeyFigures
          items={[
            { label: '征求意见', value: '24', unit: '次' },
            { label: '收到意见', value: '3,182', unit: '条' },
            { label: '已反馈', value: '2,970', unit: '条', note: '其余在法定期限内' },
            { label: '采纳或部分采纳', value: '41%' },
          ]}
        />
      </Section>
      <Section title="请进来看看">
        <CardGrid>
          <Card level={3} title="城乡供水一体化开放日" href="/open-days/1" tag={<Tag tone="open">可报名</Tag>}>
            <MetaList
              items={[
                { label: '时间', value: '2026年12月5日 09:30' },
                { label: '地点', value: '青禾水厂' },
              ]}
            />
          </Card>
          <Card level={3} title="不动产登记大厅开放日" href="/open-days/2" tag={<Tag tone="closing">可候补</Tag>}>
            <MetaList
              items={[
                { label: '时间', value: '2026年12月8日 14:00' },
                { label: '地点', value: '县政务服务中心' },
              ]}
            />
          </Card>
          <Card level={3} tone="paper" title="电话、信件、当面都可以">
            <p>
              <PhoneIcon /> 0531-0000 0000
            </p>
            <p>工作日 9:00 至 17:00，由工作人员代录，同样给您回执。</p>
          </Card>
        </CardGrid>
      </Section>
    </Main>
  </Frame>
)

export const Consultation = () => (
  <Frame>
    <Main
      asideLabel="目录与办理"
      aside={
        <>
          <TableOfContents
            label="目录"
            items={[
              { href: '#a1', label: '第一条　目的和依据', note: 12 },
              { href: '#a2', label: '第二条　停放场所', note: 48 },
              { href: '#a3', label: '第三条　充电设施收费', note: 3, level: 2 },
            ]}
          />
          <Card tone="strong" title="提交意见" level={2}>
            <p>还剩 8 天，2026年12月1日 24:00 截止。</p>
            <LinkButton href="/new">我要提意见</LinkButton>
          </Card>
        </>
      }
    >
      <PageTitle
        caption="县住房和城乡建设局"
        tag={parts.open}
        lead="为规范电动自行车停放和充电，保护居民生命财产安全，起草了本办法，现公开征求意见。"
      >
        青禾县电动自行车停放充电管理办法（征求意见稿）
      </PageTitle>
      <Stages
        label="进度"
        stages={[
          { label: '征集中', state: 'current', stateLabel: '进行中', note: '11月1日至12月1日' },
          { label: '研究处理', state: 'todo', stateLabel: '未开始' },
          { label: '已反馈', state: 'todo', stateLabel: '未开始', note: '12月31日前' },
        ]}
      />
      <TabNav
        label="本次征求意见"
        items={[
          { href: '#t1', label: '草案全文', current: true },
          { href: '#t2', label: '起草说明' },
          { href: '#t3', label: '公开的意见', count: 128 },
          { href: '#t4', label: '采纳情况' },
        ]}
      />
      <ActionBar>
        <ReadAloudButton target="draft" stop="停止朗读">
          朗读全文
        </ReadAloudButton>
        <PrintButton>打印</PrintButton>
        <a href="/draft.docx">
          <DownloadIcon /> 下载草案（Word，48 KB）
        </a>
      </ActionBar>
      <Section title="草案全文" id="draft">
        {units.map((article) => (
          <DraftUnit
            key={article.id}
            article={article}
            level={3}
            contentsLabel="目录"
            tableLabel="表"
            actions={
              <a href={`/new?a=${article.id}`}>
                <PencilIcon /> 对本条提意见
              </a>
            }
          />
        ))}
      </Section>
      <Section title="与现行规定对照" level={2}>
        <Diff
          labels={{ ins: '新增：', insEnd: '。新增结束', del: '删去：', delEnd: '。删去结束' }}
          parts={[
            { kind: 'same', text: '充电服务费不得高于每千瓦时' },
            { kind: 'del', text: '一元' },
            { kind: 'ins', text: '八角，电费按居民电价执行' },
            { kind: 'same', text: '。' },
          ]}
        />
      </Section>
      <Section title="公开的意见">
        <Quote
          by={
            <>
              <UserText>王先生</UserText> · 城关街道 · 2026年11月6日
            </>
          }
          text={'我们小区没有地方停，车都停在楼道口。\n建议把南门空地改成车棚。'}
          footer={
            <>
              回执 <span className="code">KM-7Q4T-9F2X</span> {parts.pending}
            </>
          }
        />
        <Quote by={<UserText>{tower}</UserText>} text={`${tower} 这里是带很多组合符号的文字\n下一行`} />
        <Quote by={<UserText>{unbroken.slice(0, 400)}</UserText>} text={unbroken} />
        <Quote by="‏مواطن" lang="ar" text="أقترح إنشاء موقف للدراجات الكهربائية 2026." />
        <Pagination label="分页" previous={{ href: '?before', label: '上一页' }} next={{ href: '?after', label: '下一页' }}>
          第 2 页，共 7 页
        </Pagination>
        <Pagination
          label="分页（数字）"
          next={{ href: '?p=2', label: '下一页' }}
          pages={[
            { href: '?p=1', label: '1', current: true },
            { href: '?p=2', label: '2' },
            { href: '?p=3', label: '3' },
          ]}
        />
      </Section>
    </Main>
  </Frame>
)

export const CommentForm = () => (
  <Frame>
    <Main>
      <ErrorSummary
        title="还有两处要改"
        errors={[
          { id: 'text', message: '请写下您的意见' },
          { id: 'stance', message: '请选择您的态度' },
          { message: '这份表单已经打开超过一天，请核对后再提交' },
        ]}
      />
      <PageTitle caption="青禾县电动自行车停放充电管理办法">我要提意见</PageTitle>
      <Notification tone="info" title="可以不登录、不署名">
        <p>留下电话，采纳结果出来后会给您发短信。</p>
      </Notification>
      <form className="form" method="post" data-keep="comment-1" data-keep-restored="已恢复您上次填写的内容">
        <RadioGroup
          name="stance"
          legend="您的态度"
          error="请选择您的态度"
          options={[
            { value: 'yes', label: '赞成' },
            { value: 'change', label: '赞成，但要修改' },
            { value: 'no', label: '不赞成' },
          ]}
          inline
        />
        <TextArea name="text" label="您的意见" hint="可以写多条，最多 10,000 字。" error={['请写下您的意见']} required rows={5} />
        <CheckboxGroup
          name="articles"
          legend="针对哪几条"
          mark="选填"
          hint="不选就是针对全文。"
          values={['a2']}
          options={[
            { value: 'a1', label: '第一条　目的和依据' },
            { value: 'a2', label: '第二条　停放场所', hint: '已有 48 条意见' },
          ]}
        />
        <Fieldset legend="怎么联系您" id="contact" hint="只用于反馈结果，不公开。">
          <Field name="name" label="姓名" mark="选填" autoComplete="name" width="medium" />
          <Field
            name="phone"
            label="手机号码"
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            width="medium"
            value="13800001234"
            error="手机号码应是 11 位数字"
          />
        </Fieldset>
        <RadioGroup
          name="slot"
          legend="参加哪一场座谈"
          value="s1"
          options={[
            {
              value: 's1',
              label: '12月5日 09:30，县政务服务中心',
              note: '余 12 位',
              reveal: <Field name="people" label="几位一起来" type="number" inputMode="numeric" width="short" suffix="位" value={1} />,
            },
            { value: 's2', label: '12月6日 14:00，城关街道', note: <Tag tone="closing">可候补</Tag> },
            { value: 's3', label: '12月7日 09:30，柳河镇', note: '已截止', disabled: true },
          ]}
        />
        <Select
          name="town"
          label="您住在"
          width="medium"
          value="2"
          options={[
            { value: '1', label: '城关街道' },
            { value: '2', label: '柳河镇' },
          ]}
        />
        <DateTimeField name="closes" label="截止时间" value="2026-12-01T15:00" />
        <FileField name="file" label="附件" mark="选填" hint="PDF、Word 或照片，不超过 10 MB。" accept=".pdf" />
        <CheckboxField name="agree" label="我的意见可以公开（不公开姓名和电话）" checked />
        <Details summary="我们怎样保存您的信息">
          <p>意见内容永久保存；电话在反馈结果送达后 90 天删除。有疑问请拨 0531-0000 0000。</p>
        </Details>
        <ActionBar>
          <Button>提交意见</Button>
          <Button variant="secondary" name="save" value="1">
            先存着
          </Button>
          <Button variant="warning" icon={<CrossIcon />}>
            撤回
          </Button>
          <a href="/">不提了</a>
        </ActionBar>
      </form>
    </Main>
  </Frame>
)

export const Receipt = () => (
  <Frame>
    <Main>
      <ConfirmationPanel title="意见已收到" codeLabel="回执编号" code="KM-7Q4T-9F2X">
        <p>2026年11月23日 15:04</p>
      </ConfirmationPanel>
      <ActionBar>
        <CopyButton target="code" done="已复制" failed="没能复制，请手抄">
          复制编号
        </CopyButton>
        <PrintButton>打印回执</PrintButton>
      </ActionBar>
      <span data-keep-clear="comment-1" />
      <SummaryList
        items={[
          { key: '您的态度', value: '赞成，但要修改', action: { href: '/e1', label: '修改', about: '您的态度' } },
          { key: '您的意见', value: '建议把南门空地改成车棚。', action: { href: '/e2', label: '修改', about: '您的意见' } },
          { key: '手机号码', value: '138****1234' },
        ]}
      />
      <Section title="接下来">
        <Timeline
          items={[
            { title: '征集结束', when: '2026年12月1日 24:00', dateTime: '2026-12-01T16:00Z' },
            { title: '研究处理', when: '12月2日起', children: <p>起草单位逐条研究，每条都要写明理由。</p> },
            { title: '公布采纳情况', when: '12月31日前' },
          ]}
        />
      </Section>
      <ProgressList
        items={[
          { label: '对草案的意见', href: '/p1', state: 'done', stateLabel: '已完成' },
          { label: '问卷', href: '/p2', hint: '8 道题，约 3 分钟', state: 'doing', stateLabel: '进行中' },
          { label: '联系方式', href: '/p3', state: 'todo', stateLabel: '未开始' },
          { label: '核对并提交', state: 'blocked', stateLabel: '还不能开始' },
        ]}
      />
      <Inset>
        <p>编号是查询的唯一凭据，请拍照或抄下来。</p>
      </Inset>
    </Main>
  </Frame>
)

type Point = { number: string; text: string; disposition: ReactNode; reason: string; people: number }
const points: Point[] = [
  {
    number: '1',
    text: '老旧小区充电车棚的用地由谁落实',
    disposition: <Tag tone="reported">采纳</Tag>,
    reason: '第二条增加“由街道办事处会同业主委员会选定”。',
    people: 48,
  },
  {
    number: '2',
    text: '充电价格应当封顶',
    disposition: <Tag tone="open">部分采纳</Tag>,
    reason: '服务费封顶，电费随居民电价。',
    people: 31,
  },
  {
    number: '3',
    text: '禁止一切外卖车辆进小区',
    disposition: <Tag tone="closed">不予采纳</Tag>,
    reason: '与上位法不一致，影响居民生活。',
    people: 7,
  },
]

export const Report = () => (
  <Frame>
    <Main>
      <PageTitle caption="县住房和城乡建设局" tag={parts.reported}>
        采纳情况反馈
      </PageTitle>
      <Stages
        label="进度"
        stages={[
          { label: '征集中', state: 'done', stateLabel: '已完成', note: '11月1日至12月1日' },
          { label: '研究处理', state: 'done', stateLabel: '已完成' },
          { label: '已反馈', state: 'current', stateLabel: '进行中', note: '12月28日公布' },
        ]}
      />
      <StackedBar
        caption="128 条意见归为 60 个意见点，处理结果如下"
        headers={{ label: '结果', value: '意见点', share: '占比' }}
        total={{ label: '合计', value: 60 }}
        parts={[
          { label: '采纳', value: 18, tone: 'adopted', href: '#p' },
          { label: '部分采纳', value: 11, tone: 'partly' },
          { label: '已有规定', value: 9, tone: 'already' },
          { label: '留待研究', value: 6, tone: 'later' },
          { label: '知悉', value: 5, tone: 'noted' },
          { label: '超出范围', value: 3, tone: 'out' },
          { label: '不予采纳', value: 8, tone: 'not' },
        ]}
      />
      <Table
        caption="逐条处理情况"
        rows={points}
        rowKey={(row) => row.number}
        columns={[
          { header: '意见点', cell: (row) => row.text, rowHeader: true },
          { header: '人数', cell: (row) => row.people, numeric: true },
          { header: '结果', cell: (row) => row.disposition },
          { header: '理由', cell: (row) => row.reason },
        ]}
      />
      <Table
        caption="空表"
        captionHidden
        rows={[] as Point[]}
        rowKey={() => 0}
        columns={[{ header: '意见点', cell: (row) => row.text }]}
        empty="还没有内容"
      />
      <BarChart
        caption="意见来自哪里"
        headers={{ label: '乡镇街道', value: '意见数' }}
        bars={[
          { label: '城关街道', value: 64, text: '64 条' },
          { label: '柳河镇', value: 31, text: '31 条' },
          { label: '青山乡', value: 0, text: '0 条' },
        ]}
      />
      <Notification tone="success" title="收支相符" announce>
        <p>128 = 121 条已归入意见点 + 4 条撤回 + 3 条不予受理。</p>
      </Notification>
      <Notification tone="warning" title="超过期限 2 天仍有 3 条没有答复" />
      <PhaseBanner tag="试运行">您的意见会帮我们改进。</PhaseBanner>
      <EmptyState
        title="没有符合条件的结果"
        action={
          <LinkButton href="/" variant="secondary" icon={<ArrowRightIcon />}>
            看全部
          </LinkButton>
        }
      >
        <p>换个年份或部门试试。</p>
      </EmptyState>
      <ActionBar>
        {Object.entries(parts).map(([tone, tag]) => (
          <span key={tone}>{tag}</span>
        ))}
        <span>
          <CalendarIcon /> 日期
        </span>
        <span>
          <ClockIcon /> 时间
        </span>
        <span>
          <DocumentIcon /> 文件
        </span>
      </ActionBar>
    </Main>
  </Frame>
)

export const pages = { home: Home, consultation: Consultation, form: CommentForm, receipt: Receipt, report: Report }
