<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>CommandLine</name>
        <message>
            <source>--%1 must be an http or https address.</source>
            <translation>--%1 必须是 http 或 https 地址。</translation>
        </message>
        <message>
            <source>--count must be between 1 and %1.</source>
            <translation>--count 必须在 1 到 %1 之间。</translation>
        </message>
        <message>
            <source>--listen must be HOST:PORT, like 127.0.0.1:8080.</source>
            <translation>--listen 必须是 HOST:PORT，例如 127.0.0.1:8080。</translation>
        </message>
        <message>
            <source>--to must be a phone number with country code, or a user id like US.1349.</source>
            <translation>--to 必须是带国家代码的电话号码，或 US.1349 这样的用户标识。</translation>
        </message>
        <message>
            <source>Unexpected argument after %1.</source>
            <translation>%1 之后有多余的参数。</translation>
        </message>
        <message>
            <source>%1 needs --%2.</source>
            <translation>%1 需要 --%2。</translation>
        </message>
        <message>
            <source>--format can only be jsonl.</source>
            <translation>--format 只能是 jsonl。</translation>
        </message>
        <message>
            <source>Leave the password out of --database: others can read it there. Use --password-file or PGPASSWORD.</source>
            <translation>请不要把密码写进 --database：别人会在那里看到它。请用 --password-file 或 PGPASSWORD。</translation>
        </message>
        <message>
            <source>--database must be sqlite:PATH or postgresql://USER@HOST/DATABASE.</source>
            <translation>--database 必须是 sqlite:PATH 或 postgresql://USER@HOST/DATABASE。</translation>
        </message>
        <message>
            <source>--log-format can be text or json.</source>
            <translation>--log-format 可以是 text 或 json。</translation>
        </message>
        <message>
            <source>--lease-seconds must be between 1 and 60.</source>
            <translation>--lease-seconds 必须在 1 到 60 之间。</translation>
        </message>
        <message>
            <source>Say a command, like serve, send, export or doctor; --help tells more.</source>
            <translation>请给出一个命令，例如 serve、send、export 或 doctor；--help 有更多说明。</translation>
        </message>
        <message>
            <source>Say one of: %1.</source>
            <translation>请选择其中之一：%1。</translation>
        </message>
        <message>
            <source>%1 needs %2.</source>
            <translation>%1 需要 %2。</translation>
        </message>
        <message>
            <source>FROM must be sqlite:PATH or postgresql://USER@HOST/DATABASE, without a password.</source>
            <translation>FROM 必须是 sqlite:PATH 或 postgresql://USER@HOST/DATABASE，且不含密码。</translation>
        </message>
        <message>
            <source>--%1 must be a time like 2026-11-23T09:00:00Z.</source>
            <translation>--%1 必须是像 2026-11-23T09:00:00Z 这样的时间。</translation>
        </message>
    </context>
    <context>
        <name>CredentialsFile</name>
        <message>
            <source>The credentials file is not usable: %1</source>
            <translation>凭据文件无法使用：%1</translation>
        </message>
        <message>
            <source>"%1" is missing.</source>
            <translation>缺少“%1”。</translation>
        </message>
        <message>
            <source>"%1" must be a text that is not empty.</source>
            <translation>“%1”必须是非空文本。</translation>
        </message>
        <message>
            <source>"phone_number_id" must be digits.</source>
            <translation>“phone_number_id”必须是数字。</translation>
        </message>
        <message>
            <source>"onboarded_at" must be a time like 2026-11-23T09:00:00Z.</source>
            <translation>“onboarded_at”必须是 2026-11-23T09:00:00Z 这样的时间。</translation>
        </message>
        <message>
            <source>"numbers" must be a list.</source>
            <translation>“numbers”必须是列表。</translation>
        </message>
        <message>
            <source>"numbers" must hold objects.</source>
            <translation>“numbers”中的每一项必须是对象。</translation>
        </message>
        <message>
            <source>A number is listed twice.</source>
            <translation>有号码重复列出。</translation>
        </message>
        <message>
            <source>it is not a JSON object.</source>
            <translation>它不是 JSON 对象。</translation>
        </message>
        <message>
            <source>"public_url" must be an https address.</source>
            <translation>“public_url”必须是 https 地址。</translation>
        </message>
        <message>
            <source>"trust_public_url" must be true or false.</source>
            <translation>“trust_public_url”必须是 true 或 false。</translation>
        </message>
    </context>
    <context>
        <name>FeatureChanges</name>
        <message>
            <source>One-to-one chats</source>
            <translation>一对一聊天</translation>
        </message>
        <message>
            <source>As before; editing and deleting still work</source>
            <translation>照常使用，仍可编辑和删除消息</translation>
        </message>
        <message>
            <source>Mirrored both ways, with the last six months if you share them</source>
            <translation>双向同步；若选择共享，还包括最近六个月的历史消息</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>As before</source>
            <translation>照常使用</translation>
        </message>
        <message>
            <source>Names from the phone's contact book</source>
            <translation>显示手机通讯录中的姓名</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Messages stay free</source>
            <translation>消息仍然免费</translation>
        </message>
        <message>
            <source>Messages are billed</source>
            <translation>消息按量计费</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>速度</translation>
        </message>
        <message>
            <source>At most %1 messages a second, together with Tandem</source>
            <translation>与 Tandem 合计每秒最多 %1 条</translation>
        </message>
        <message>
            <source>Never sends more than %1 a second, and leaves room for the phone</source>
            <translation>每秒发送不超过 %1 条，并为手机预留额度</translation>
        </message>
        <message>
            <source>When you can reply</source>
            <translation>何时可以回复</translation>
        </message>
        <message>
            <source>At any time</source>
            <translation>随时</translation>
        </message>
        <message>
            <source>Freely for 24 hours after the customer's latest message, then with an approved template</source>
            <translation>客户最近一条消息后的 24 小时内可自由回复，之后需使用已审核的模板消息</translation>
        </message>
        <message>
            <source>Pictures, videos and voice messages</source>
            <translation>图片、视频和语音消息</translation>
        </message>
        <message>
            <source>Those older than 14 days when you link stay on the phone only</source>
            <translation>绑定时已超过 14 天的，只保留在手机上</translation>
        </message>
        <message>
            <source>Group chats</source>
            <translation>群聊</translation>
        </message>
        <message>
            <source>Not shown</source>
            <translation>不显示</translation>
        </message>
        <message>
            <source>Broadcast lists</source>
            <translation>群发列表</translation>
        </message>
        <message>
            <source>No new ones; existing ones can only be read</source>
            <translation>不能新建，已有列表仅可查看</translation>
        </message>
        <message>
            <source>Disappearing messages</source>
            <translation>限时消息</translation>
        </message>
        <message>
            <source>Turned off in one-to-one chats</source>
            <translation>在一对一聊天中停用</translation>
        </message>
        <message>
            <source>Not available</source>
            <translation>不可用</translation>
        </message>
        <message>
            <source>View once</source>
            <translation>阅后即焚</translation>
        </message>
        <message>
            <source>Live location</source>
            <translation>实时位置</translation>
        </message>
        <message>
            <source>Voice and video calls</source>
            <translation>语音和视频通话</translation>
        </message>
        <message>
            <source>Catalogue, orders and status</source>
            <translation>商品目录、订单和动态</translation>
        </message>
        <message>
            <source>Greeting, away message, quick replies, labels</source>
            <translation>问候消息、离开消息、快捷回复、标签</translation>
        </message>
        <message>
            <source>Those of the app are not shared</source>
            <translation>不共享应用中的设置</translation>
        </message>
        <message>
            <source>Business profile</source>
            <translation>商家资料</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>频道</translation>
        </message>
        <message>
            <source>Linked devices</source>
            <translation>已关联的设备</translation>
        </message>
        <message>
            <source>All are unlinked once; up to four can be linked again</source>
            <translation>会全部断开一次，之后最多可重新关联四台</translation>
        </message>
        <message>
            <source>Messages sent from WhatsApp for Windows or a Wear OS watch do not arrive</source>
            <translation>从 WhatsApp Windows 版或 Wear OS 手表发送的消息不会同步过来</translation>
        </message>
        <message>
            <source>Staying linked</source>
            <translation>保持绑定</translation>
        </message>
        <message>
            <source>Open the app at least every 13 days</source>
            <translation>至少每 13 天打开一次应用</translation>
        </message>
        <message>
            <source>Warns you in time</source>
            <translation>到期前提醒你</translation>
        </message>
        <message>
            <source>Unlinking</source>
            <translation>解绑</translation>
        </message>
        <message>
            <source>Settings, Account, Business Platform</source>
            <translation>设置 → 账户 → 商业平台</translation>
        </message>
        <message>
            <source>Only the phone can do it</source>
            <translation>只能在手机上操作</translation>
        </message>
    </context>
    <context>
        <name>Format</name>
        <message>
            <source>Draft:</source>
            <translation>草稿：</translation>
        </message>
        <message>
            <source>No messages yet</source>
            <translation>暂无消息</translation>
        </message>
        <message>
            <source>Phone:</source>
            <translation>手机：</translation>
        </message>
        <message>
            <source>Bot:</source>
            <translation>机器人：</translation>
        </message>
        <message>
            <source>Campaign:</source>
            <translation>群发：</translation>
        </message>
        <message>
            <source>Program:</source>
            <translation>程序：</translation>
        </message>
        <message>
            <source>You:</source>
            <translation>你：</translation>
        </message>
        <message>
            <source>Not delivered:</source>
            <translation>未送达：</translation>
        </message>
        <message>
            <source>Maybe sent:</source>
            <translation>可能已发送：</translation>
        </message>
        <message>
            <source>Deleted message</source>
            <translation>消息已删除</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <translation>%1%2</translation>
        </message>
        <message>
            <source>Number not told</source>
            <translation>未知号码</translation>
        </message>
        <message>
            <source>Not linked here</source>
            <translation>未在此绑定</translation>
        </message>
        <message>
            <source>Linking</source>
            <translation>绑定中</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>已连接</translation>
        </message>
        <message>
            <source>Moving to another device</source>
            <translation>正在迁移到其他设备</translation>
        </message>
        <message>
            <source>Disconnected on the phone</source>
            <translation>已在手机上断开</translation>
        </message>
        <message>
            <source>Sending stopped</source>
            <translation>已停止发送</translation>
        </message>
        <message>
            <source>Today and yesterday</source>
            <translation>今天和昨天</translation>
        </message>
        <message>
            <source>Days 2–90</source>
            <translation>第 2–90 天</translation>
        </message>
        <message>
            <source>Days 91–180</source>
            <translation>第 91–180 天</translation>
        </message>
        <message>
            <source>Not started</source>
            <translation>未开始</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>less than a minute</source>
            <translation>不到 1 分钟</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分钟</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 小时 %2 分钟</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 %2 h</source>
            <translation>%1 %2 小时</translation>
        </message>
        <message>
            <source>&lt;1 min</source>
            <translation>不到 1 分钟</translation>
        </message>
        <message>
            <source>%1 d</source>
            <translation>%1 天</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>刚刚</translation>
        </message>
        <message>
            <source>%1 ago</source>
            <translation>%1前</translation>
        </message>
        <message>
            <source>Reply window · %1 left</source>
            <translation>服务窗口 · 剩余 %1</translation>
        </message>
        <message>
            <source>Reply window closes in %1</source>
            <translation>服务窗口即将关闭 · 剩余 %1</translation>
        </message>
        <message>
            <source>Reply window closed</source>
            <translation>服务窗口已关闭</translation>
        </message>
        <message>
            <source>Reply window not open yet</source>
            <translation>服务窗口尚未开启</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>明天</translation>
        </message>
    </context>
    <context>
        <name>Gateway</name>
        <message>
            <source>No access token is stored for this number. Link it again.</source>
            <translation>没有保存此号码的访问令牌，请重新绑定。</translation>
        </message>
        <message>
            <source>Counters may only be read on this computer: --metrics needs a loopback address.</source>
            <translation>计数只能在这台电脑上读取：--metrics 需要一个回环地址。</translation>
        </message>
    </context>
    <context>
        <name>GatewayApplication</name>
        <message>
            <source>The export could not be written.</source>
            <translation>无法写入导出文件。</translation>
        </message>
        <message numerus="yes">
            <source>%n problem(s) found.</source>
            <translation>
                <numerusform>发现 %n 个问题。</numerusform>
            </translation>
        </message>
        <message>
            <source>There is no workspace in this database yet: run tandem-gateway init first.</source>
            <translation>此数据库中还没有工作区：请先运行 tandem-gateway init。</translation>
        </message>
        <message>
            <source>This workspace is of an older version: run tandem-gateway init, which brings it up to date.</source>
            <translation>此工作区属于较旧的版本：请运行 tandem-gateway init，它会将其更新。</translation>
        </message>
        <message>
            <source>This address could do more than a gateway needs. Better use the role %1.</source>
            <translation>此地址的权限超出网关所需。最好使用角色 %1。</translation>
        </message>
        <message>
            <source>This address can't act as %1, the role of gateways: it sees what its own login sees.</source>
            <translation>此地址不能以网关角色 %1 的身份工作：它只能看到自己的登录所能看到的内容。</translation>
        </message>
    </context>
    <context>
        <name>HttpServer</name>
        <message>
            <source>The web server could not start.</source>
            <translation>Web 服务器无法启动。</translation>
        </message>
        <message>
            <source>Another program already listens on this address and port.</source>
            <translation>此地址和端口已被其他程序占用。</translation>
        </message>
        <message>
            <source>Cannot listen on this address: %1</source>
            <translation>无法监听此地址：%1</translation>
        </message>
    </context>
    <context>
        <name>ImportCommand</name>
        <message>
            <source>%1 rows and %2 of %3 files are in the new workspace.</source>
            <translation>新工作区中已有 %1 行数据，以及 %3 个文件中的 %2 个。</translation>
        </message>
        <message>
            <source>%1 rows that several people had are one person's now.</source>
            <translation>有 %1 行原属多人的数据现在归一人所有。</translation>
        </message>
        <message>
            <source>%1 messages were waiting to be sent. The new workspace sends none of them by itself: look at each.</source>
            <translation>有 %1 条消息当时正在等待发送。新工作区不会自动发送它们：请逐条查看。</translation>
        </message>
    </context>
    <context>
        <name>LinkService</name>
        <message>
            <source>The public address did not answer in time.</source>
            <translation>公网地址未在规定时间内应答。</translation>
        </message>
        <message>
            <source>The public address leads to a gateway with another verify token.</source>
            <translation>公网地址指向了另一个验证令牌不同的网关。</translation>
        </message>
        <message>
            <source>Something else answers at the public address (status %1). The tunnel or proxy must forward to this gateway.</source>
            <translation>公网地址上应答的是别的服务（状态 %1）。隧道或代理必须转发到本网关。</translation>
        </message>
        <message>
            <source>Nothing answers at the public address. Some routers don't lead their own network back to it; then it works from outside only.</source>
            <translation>公网地址没有响应。有些路由器无法从内网访问自己的公网地址，这种情况下该地址只能从外部访问。</translation>
        </message>
    </context>
    <context>
        <name>Media</name>
        <message>
            <source>The platform gave no way to fetch this file.</source>
            <translation>平台未提供获取此文件的方式。</translation>
        </message>
        <message>
            <source>The platform keeps files for 7 days only.</source>
            <translation>平台只保留文件 7 天。</translation>
        </message>
        <message>
            <source>The file is larger than 100 MB.</source>
            <translation>文件超过 100 MB。</translation>
        </message>
        <message>
            <source>The file arrived damaged.</source>
            <translation>收到的文件已损坏。</translation>
        </message>
        <message>
            <source>The file could not be written to disk.</source>
            <translation>无法将文件写入磁盘。</translation>
        </message>
        <message>
            <source>The file could not be brought to the platform. Try again later.</source>
            <translation>文件未能上传到平台。请稍后再试。</translation>
        </message>
        <message>
            <source>The file is no longer on this computer.</source>
            <translation>此文件已不在这台电脑上。</translation>
        </message>
    </context>
    <context>
        <name>MediaLimits</name>
        <message>
            <source>WhatsApp takes pictures as JPEG or PNG.</source>
            <translation>WhatsApp 支持 JPEG 或 PNG 格式的图片。</translation>
        </message>
        <message>
            <source>WhatsApp takes videos as MP4 or 3GP.</source>
            <translation>WhatsApp 支持 MP4 或 3GP 格式的视频。</translation>
        </message>
        <message>
            <source>WhatsApp takes audio as AAC, AMR, MP3, M4A or OGG (Opus).</source>
            <translation>WhatsApp 支持 AAC、AMR、MP3、M4A 或 OGG（Opus）格式的音频。</translation>
        </message>
        <message>
            <source>WhatsApp takes stickers as WebP.</source>
            <translation>WhatsApp 支持 WebP 格式的贴纸。</translation>
        </message>
        <message>
            <source>WhatsApp doesn't take this kind of file. It takes PDF, text, Word, Excel and PowerPoint.</source>
            <translation>WhatsApp 不支持此类文件，可发送 PDF、文本、Word、Excel 和 PowerPoint 文件。</translation>
        </message>
        <message>
            <source>The file is empty.</source>
            <translation>文件是空的。</translation>
        </message>
        <message>
            <source>The file has %1; WhatsApp takes at most %2.</source>
            <translation>文件大小为 %1；WhatsApp 最多支持 %2。</translation>
        </message>
        <message>
            <source>It has %1; WhatsApp takes at most %2 from here, as a document too. Shorten it, or send it on the phone.</source>
            <translation>文件大小为 %1；从这里发送最多 %2，作为文档发送也一样。请剪短，或在手机上发送。</translation>
        </message>
    </context>
    <context>
        <name>MetaErrors</name>
        <message>
            <source>The platform refused this (code %1).</source>
            <translation>平台拒绝了此操作（代码 %1）。</translation>
        </message>
        <message>
            <source>It may have been carried out: check before you repeat it.</source>
            <translation>操作可能已经生效，重试前请先确认。</translation>
        </message>
        <message>
            <source>Wait a little, then send it again.</source>
            <translation>稍等片刻，然后重新发送。</translation>
        </message>
        <message>
            <source>Send it again.</source>
            <translation>请重新发送。</translation>
        </message>
        <message>
            <source>It could not be sent.</source>
            <translation>未能发送。</translation>
        </message>
        <message>
            <source>The platform did not accept the sign-in.</source>
            <translation>平台未接受登录凭据。</translation>
        </message>
        <message>
            <source>Link the number again.</source>
            <translation>请重新绑定该号码。</translation>
        </message>
        <message>
            <source>The platform could not handle the request.</source>
            <translation>平台无法处理此请求。</translation>
        </message>
        <message>
            <source>Try once more; if it fails again, change the message.</source>
            <translation>请再试一次；如仍失败，请修改消息。</translation>
        </message>
        <message>
            <source>The platform is down for a moment.</source>
            <translation>平台暂时不可用。</translation>
        </message>
        <message>
            <source>Tandem tries again by itself.</source>
            <translation>Tandem 会自动重试。</translation>
        </message>
        <message>
            <source>The app may not do this.</source>
            <translation>应用没有执行此操作的权限。</translation>
        </message>
        <message>
            <source>Check the app's permissions, then link the number again.</source>
            <translation>请检查应用权限，然后重新绑定该号码。</translation>
        </message>
        <message>
            <source>The app has made too many calls.</source>
            <translation>应用的调用次数过多。</translation>
        </message>
        <message>
            <source>Tandem slows down and tries again by itself.</source>
            <translation>Tandem 会放慢速度并自动重试。</translation>
        </message>
        <message>
            <source>The permission for this was not given or was taken back.</source>
            <translation>此操作的权限未授予或已被收回。</translation>
        </message>
        <message>
            <source>Link the number again and give the permission.</source>
            <translation>请重新绑定该号码并授予权限。</translation>
        </message>
        <message>
            <source>The platform does not know this number any more.</source>
            <translation>平台已不再识别该号码。</translation>
        </message>
        <message>
            <source>Check the number's account, then link it again.</source>
            <translation>请检查该号码的账号，然后重新绑定。</translation>
        </message>
        <message>
            <source>A value in the request is not valid.</source>
            <translation>请求中有无效的值。</translation>
        </message>
        <message>
            <source>Check the recipient and the content.</source>
            <translation>请检查收件人和内容。</translation>
        </message>
        <message>
            <source>The access token has expired or was taken back.</source>
            <translation>访问令牌已过期或已被收回。</translation>
        </message>
        <message>
            <source>The platform has blocked this account for a while because of its rules.</source>
            <translation>平台因其规则暂时封禁了此账号。</translation>
        </message>
        <message>
            <source>Read the notice in Meta's Business Manager.</source>
            <translation>请查看 Meta 商务管理平台中的通知。</translation>
        </message>
        <message>
            <source>The business account has made too many calls.</source>
            <translation>商业账号的调用次数过多。</translation>
        </message>
        <message>
            <source>Too many messages at once for this number, phone and platform together.</source>
            <translation>该号码同时发送的消息过多（手机与平台合计）。</translation>
        </message>
        <message>
            <source>Not delivered: the platform keeps marketing messages from this customer at the moment.</source>
            <translation>未送达：平台目前不向该客户投递营销消息。</translation>
        </message>
        <message>
            <source>Wait until the customer writes.</source>
            <translation>请等客户先发来消息。</translation>
        </message>
        <message>
            <source>The business may not write to customers in this country.</source>
            <translation>商家不能给该国家或地区的客户发消息。</translation>
        </message>
        <message>
            <source>Something went wrong on the platform.</source>
            <translation>平台出现了问题。</translation>
        </message>
        <message>
            <source>A part of the message is missing.</source>
            <translation>消息缺少一部分内容。</translation>
        </message>
        <message>
            <source>Complete the message and send it again.</source>
            <translation>请补全消息后重新发送。</translation>
        </message>
        <message>
            <source>A part of the message is not valid.</source>
            <translation>消息的一部分内容无效。</translation>
        </message>
        <message>
            <source>Correct the message and send it again.</source>
            <translation>请更正消息后重新发送。</translation>
        </message>
        <message>
            <source>A number cannot write to itself.</source>
            <translation>号码不能给自己发消息。</translation>
        </message>
        <message>
            <source>Choose another recipient.</source>
            <translation>请选择其他收件人。</translation>
        </message>
        <message>
            <source>Not deliverable: the customer may not use WhatsApp, have an old version, or have blocked you.</source>
            <translation>无法送达：客户可能未使用 WhatsApp、版本过旧或已将您拉黑。</translation>
        </message>
        <message>
            <source>Reach the customer another way.</source>
            <translation>请用其他方式联系客户。</translation>
        </message>
        <message>
            <source>The platform has locked this business account.</source>
            <translation>平台已锁定此商业账号。</translation>
        </message>
        <message>
            <source>The display name of this number is not approved yet.</source>
            <translation>该号码的显示名称尚未通过审核。</translation>
        </message>
        <message>
            <source>Have the display name approved in Meta's Business Manager.</source>
            <translation>请在 Meta 商务管理平台中完成显示名称的审核。</translation>
        </message>
        <message>
            <source>There is a problem with the payment method.</source>
            <translation>付款方式存在问题。</translation>
        </message>
        <message>
            <source>Correct the payment method in Meta's Business Manager, then send again.</source>
            <translation>请在 Meta 商务管理平台中更正付款方式，然后重新发送。</translation>
        </message>
        <message>
            <source>The number's connection to the platform is not in order.</source>
            <translation>该号码与平台的连接不正常。</translation>
        </message>
        <message>
            <source>Check the number under Numbers; on the phone, open the Business app.</source>
            <translation>请在“号码”页检查该号码，并在手机上打开 Business 应用。</translation>
        </message>
        <message>
            <source>More than 24 hours have passed since the customer last wrote.</source>
            <translation>距客户上次发来消息已超过 24 小时。</translation>
        </message>
        <message>
            <source>Send a template, or answer on the phone.</source>
            <translation>请发送模板消息，或在手机上回复。</translation>
        </message>
        <message>
            <source>The platform limits this number because customers marked its messages as unwanted.</source>
            <translation>由于客户将消息标记为骚扰，平台限制了该号码。</translation>
        </message>
        <message>
            <source>Wait some hours and write less.</source>
            <translation>请等待几小时，并减少发送。</translation>
        </message>
        <message>
            <source>Not delivered: this customer has had enough marketing messages for now.</source>
            <translation>未送达：该客户近期收到的营销消息已经够多。</translation>
        </message>
        <message>
            <source>Wait at least 24 hours; sending again sooner makes it worse.</source>
            <translation>请至少等待 24 小时；过早重发会使情况更糟。</translation>
        </message>
        <message>
            <source>The customer no longer wants marketing messages from you.</source>
            <translation>客户不再希望收到您的营销消息。</translation>
        </message>
        <message>
            <source>This kind of message is not supported.</source>
            <translation>不支持此类消息。</translation>
        </message>
        <message>
            <source>See it on the phone, or send another kind.</source>
            <translation>请在手机上查看，或改发其他类型的消息。</translation>
        </message>
        <message>
            <source>The customer's file could not be fetched; it may be larger than 100 MB.</source>
            <translation>无法获取客户的文件；文件可能超过 100 MB。</translation>
        </message>
        <message>
            <source>Ask the customer to send it another way.</source>
            <translation>请让客户用其他方式发送。</translation>
        </message>
        <message>
            <source>The platform does not take this file.</source>
            <translation>平台不接受此文件。</translation>
        </message>
        <message>
            <source>Send it in another format or smaller.</source>
            <translation>请换一种格式或缩小后再发送。</translation>
        </message>
        <message>
            <source>The platform does not allow this way of sending here.</source>
            <translation>平台不允许在此使用这种发送方式。</translation>
        </message>
        <message>
            <source>Too many messages to this customer in a short time.</source>
            <translation>短时间内给该客户发送的消息过多。</translation>
        </message>
        <message>
            <source>Tandem waits and tries again by itself.</source>
            <translation>Tandem 会等待片刻并自动重试。</translation>
        </message>
        <message>
            <source>The account is being serviced for about a minute.</source>
            <translation>账号正在维护，约需一分钟。</translation>
        </message>
        <message>
            <source>The list has changed while it was read.</source>
            <translation>读取期间列表发生了变化。</translation>
        </message>
        <message>
            <source>Tandem reads it again from the start.</source>
            <translation>Tandem 会从头重新读取。</translation>
        </message>
        <message>
            <source>This message can't be shown here.</source>
            <translation>此消息无法在这里显示。</translation>
        </message>
        <message>
            <source>Open the WhatsApp Business app on the phone to see it.</source>
            <translation>请在手机上打开 WhatsApp Business 应用查看。</translation>
        </message>
        <message>
            <source>This message cannot be sent to a customer known only by username.</source>
            <translation>此消息不能发送给仅有用户名的客户。</translation>
        </message>
        <message>
            <source>Ask the customer for their phone number.</source>
            <translation>请向客户询问手机号。</translation>
        </message>
        <message>
            <source>Templates of this account were put into the wrong category too often.</source>
            <translation>此账号的模板多次被归入错误的类别。</translation>
        </message>
        <message>
            <source>Wait until the platform lifts the limit.</source>
            <translation>请等待平台解除限制。</translation>
        </message>
        <message>
            <source>The number of values does not fit the template.</source>
            <translation>填写的值的数量与模板不符。</translation>
        </message>
        <message>
            <source>Fill in every value of the template.</source>
            <translation>请填写模板的每个值。</translation>
        </message>
        <message>
            <source>The template does not exist in this language or is not approved.</source>
            <translation>该模板没有此语言的版本，或尚未通过审核。</translation>
        </message>
        <message>
            <source>Reload the templates and choose another.</source>
            <translation>请重新加载模板，然后另选一个。</translation>
        </message>
        <message>
            <source>The filled-in template is too long.</source>
            <translation>填写后的模板过长。</translation>
        </message>
        <message>
            <source>Shorten the values.</source>
            <translation>请缩短填写的值。</translation>
        </message>
        <message>
            <source>The template's content breaks a rule on characters or format.</source>
            <translation>模板内容违反了字符或格式规则。</translation>
        </message>
        <message>
            <source>Change the values or the template.</source>
            <translation>请修改填写的值或更换模板。</translation>
        </message>
        <message>
            <source>A value has the wrong form for this template.</source>
            <translation>有一个值的格式不符合此模板。</translation>
        </message>
        <message>
            <source>Correct the values.</source>
            <translation>请更正填写的值。</translation>
        </message>
        <message>
            <source>The template is paused because of its quality.</source>
            <translation>该模板因质量问题已暂停。</translation>
        </message>
        <message>
            <source>Choose another template.</source>
            <translation>请选择其他模板。</translation>
        </message>
        <message>
            <source>The template is disabled because of its quality.</source>
            <translation>该模板因质量问题已停用。</translation>
        </message>
        <message>
            <source>A value of the template is not valid.</source>
            <translation>模板中有一个值无效。</translation>
        </message>
        <message>
            <source>The form is blocked.</source>
            <translation>该表单已被封禁。</translation>
        </message>
        <message>
            <source>Correct the form in Meta's Business Manager.</source>
            <translation>请在 Meta 商务管理平台中更正表单。</translation>
        </message>
        <message>
            <source>The form was sent too often in the last hour.</source>
            <translation>过去一小时内该表单发送过于频繁。</translation>
        </message>
        <message>
            <source>Wait an hour.</source>
            <translation>请等待一小时。</translation>
        </message>
        <message>
            <source>An earlier removal of this number is not finished.</source>
            <translation>该号码先前的移除尚未完成。</translation>
        </message>
        <message>
            <source>Wait a few minutes.</source>
            <translation>请等待几分钟。</translation>
        </message>
        <message>
            <source>The platform asks for a PIN that coexisting numbers don't use.</source>
            <translation>平台要求提供共存号码不使用的 PIN 码。</translation>
        </message>
        <message>
            <source>Check that the number is still linked on the phone.</source>
            <translation>请在手机上确认该号码仍处于绑定状态。</translation>
        </message>
        <message>
            <source>The number is no longer connected to the platform.</source>
            <translation>该号码已不再与平台连接。</translation>
        </message>
        <message>
            <source>Check on the phone whether it is still linked, then link it again.</source>
            <translation>请在手机上查看是否仍处于绑定状态，然后重新绑定。</translation>
        </message>
        <message>
            <source>The number was removed a moment ago.</source>
            <translation>该号码刚刚被移除。</translation>
        </message>
        <message>
            <source>Wait five minutes.</source>
            <translation>请等待五分钟。</translation>
        </message>
        <message>
            <source>The number was connected and removed too often.</source>
            <translation>该号码连接和移除过于频繁。</translation>
        </message>
        <message>
            <source>Wait some hours.</source>
            <translation>请等待几小时。</translation>
        </message>
        <message>
            <source>The payment terms are not accepted yet.</source>
            <translation>尚未接受付款条款。</translation>
        </message>
        <message>
            <source>Accept them in Meta's Business Manager.</source>
            <translation>请在 Meta 商务管理平台中接受条款。</translation>
        </message>
        <message>
            <source>The platform could not send this message.</source>
            <translation>平台无法发送此消息。</translation>
        </message>
        <message>
            <source>Check the message and try another kind.</source>
            <translation>请检查消息，或改发其他类型。</translation>
        </message>
        <message>
            <source>The platform did not change the block of this customer.</source>
            <translation>平台未能更改对该客户的拉黑状态。</translation>
        </message>
        <message>
            <source>Try again; a customer can be blocked for 24 hours after they last wrote.</source>
            <translation>请重试；只能在客户上次发来消息后的 24 小时内拉黑。</translation>
        </message>
        <message>
            <source>The list of blocked customers is full: it holds 64,000.</source>
            <translation>黑名单已满，最多 64,000 位客户。</translation>
        </message>
        <message>
            <source>Unblock others first.</source>
            <translation>请先解除对其他客户的拉黑。</translation>
        </message>
        <message>
            <source>The list of blocked customers was changed at the same moment.</source>
            <translation>黑名单同时被其他操作更改。</translation>
        </message>
        <message>
            <source>The business username is not accepted.</source>
            <translation>商家用户名未被接受。</translation>
        </message>
        <message>
            <source>Choose another username.</source>
            <translation>请选择其他用户名。</translation>
        </message>
        <message>
            <source>Contacts or history were already asked for once.</source>
            <translation>联系人或历史消息已请求过一次。</translation>
        </message>
        <message>
            <source>To load them again, unlink the number on the phone and link it again.</source>
            <translation>如需再次加载，请在手机上解绑该号码后重新绑定。</translation>
        </message>
        <message>
            <source>More than 24 hours have passed since linking, so history can't be loaded any more.</source>
            <translation>绑定后已超过 24 小时，无法再加载历史消息。</translation>
        </message>
        <message>
            <source>To load it, unlink the number on the phone and link it again.</source>
            <translation>如需加载，请在手机上解绑该号码后重新绑定。</translation>
        </message>
        <message>
            <source>Sharing the message history was declined on the phone.</source>
            <translation>手机上拒绝了共享历史消息。</translation>
        </message>
        <message>
            <source>New messages arrive all the same. To load history, unlink and link again.</source>
            <translation>新消息照常接收。如需加载历史消息，请解绑后重新绑定。</translation>
        </message>
        <message>
            <source>This number can't be linked yet.</source>
            <translation>该号码暂时无法绑定。</translation>
        </message>
        <message>
            <source>Use it in the Business app for some days, then try again.</source>
            <translation>请先在 Business 应用中使用几天，然后再试。</translation>
        </message>
        <message>
            <source>This number can't be linked yet; it may still be bound elsewhere.</source>
            <translation>该号码暂时无法绑定，可能仍在其他地方绑定着。</translation>
        </message>
        <message>
            <source>Unlink it there, use it in the Business app for some days, then try again.</source>
            <translation>请先在那里解绑，并在 Business 应用中使用几天，然后再试。</translation>
        </message>
    </context>
    <context>
        <name>MetaGraph</name>
        <message>
            <source>The platform answered with a fault and did not say whether the request was carried out.</source>
            <translation>平台返回了故障，没有说明请求是否已执行。</translation>
        </message>
        <message>
            <source>The platform did not accept the sign-in.</source>
            <translation>平台未接受登录凭据。</translation>
        </message>
        <message>
            <source>The platform refused the request.</source>
            <translation>平台拒绝了请求。</translation>
        </message>
        <message>
            <source>Something other than the platform answered; check the network or the proxy.</source>
            <translation>应答的不是平台；请检查网络或代理。</translation>
        </message>
        <message>
            <source>The platform's answer could not be read.</source>
            <translation>无法读取平台的应答。</translation>
        </message>
        <message>
            <source>The platform can't be reached. Check the network.</source>
            <translation>无法连接平台，请检查网络。</translation>
        </message>
        <message>
            <source>The platform did not answer in time.</source>
            <translation>平台未在规定时间内应答。</translation>
        </message>
        <message>
            <source>The connection broke before the platform had answered.</source>
            <translation>平台应答前连接已中断。</translation>
        </message>
        <message>
            <source>Only customers who wrote in the last 24 hours can be blocked.</source>
            <translation>只能拉黑过去 24 小时内发来过消息的客户。</translation>
        </message>
    </context>
    <context>
        <name>MetaRequests</name>
        <message>
            <source>The message has no recipient.</source>
            <translation>消息没有收件人。</translation>
        </message>
        <message>
            <source>The message is not complete.</source>
            <translation>消息不完整。</translation>
        </message>
        <message>
            <source>The text is empty or longer than 4,096 characters.</source>
            <translation>文本为空或超过 4,096 个字符。</translation>
        </message>
        <message>
            <source>The message has no file.</source>
            <translation>消息没有文件。</translation>
        </message>
        <message>
            <source>The caption is too long, or this kind of file can't have one.</source>
            <translation>说明文字过长，或此类文件不支持说明文字。</translation>
        </message>
        <message>
            <source>The place is not on the map.</source>
            <translation>位置不在地图范围内。</translation>
        </message>
        <message>
            <source>Use one to three buttons of at most 20 characters, and a text of at most 1,024.</source>
            <translation>请使用一到三个按钮，每个不超过 20 个字符，正文不超过 1,024 个字符。</translation>
        </message>
        <message>
            <source>A list has one to ten rows; titles have at most 24 characters, descriptions 72.</source>
            <translation>列表可包含一到十行，标题不超过 24 个字符，描述不超过 72 个字符。</translation>
        </message>
        <message>
            <source>A link button needs a text, a label of at most 20 characters and an https address.</source>
            <translation>链接按钮需要正文、不超过 20 个字符的按钮文字和一个 https 地址。</translation>
        </message>
        <message>
            <source>The text is empty or longer than 1,024 characters.</source>
            <translation>文本为空或超过 1,024 个字符。</translation>
        </message>
        <message>
            <source>A form needs a text, an id, a label of at most 20 characters and a first screen.</source>
            <translation>表单需要正文、ID、不超过 20 个字符的按钮文字和首个页面。</translation>
        </message>
        <message>
            <source>A template needs a name and a language.</source>
            <translation>模板需要名称和语言。</translation>
        </message>
        <message>
            <source>The customer has neither a phone number nor an id.</source>
            <translation>该客户既没有电话号码，也没有标识。</translation>
        </message>
        <message>
            <source>There is nothing in this message that can be sent on.</source>
            <translation>此消息中没有可转发的内容。</translation>
        </message>
        <message>
            <source>The file is not on this computer.</source>
            <translation>文件不在这台电脑上。</translation>
        </message>
        <message>
            <source>Header and footer have at most 60 characters each.</source>
            <translation>页眉和页脚各不超过 60 个字符。</translation>
        </message>
        <message>
            <source>A list needs a text and an opening button of at most 20 characters; its header is a text.</source>
            <translation>列表需要正文和不超过 20 个字符的展开按钮；页眉只能是文字。</translation>
        </message>
        <message>
            <source>A contact needs a name.</source>
            <translation>联系人需要姓名。</translation>
        </message>
        <message>
            <source>The message has no contact.</source>
            <translation>消息中没有联系人。</translation>
        </message>
    </context>
    <context>
        <name>MetaWebhook</name>
        <message>
            <source>The notification could not be read. It is kept and can be replayed.</source>
            <translation>无法读取此通知。内容已保留，可以重新处理。</translation>
        </message>
    </context>
    <context>
        <name>PrivateFile</name>
        <message>
            <source>The file's owner could not be checked: %1</source>
            <translation>无法检查文件的所有者：%1</translation>
        </message>
        <message>
            <source>Not a plain file: %1</source>
            <translation>不是普通文件：%1</translation>
        </message>
        <message>
            <source>The file belongs to another user: %1</source>
            <translation>文件属于其他用户：%1</translation>
        </message>
        <message>
            <source>Others may read this file; make it private with chmod 600: %1</source>
            <translation>其他用户可以读取此文件，请用 chmod 600 设为私有：%1</translation>
        </message>
        <message>
            <source>The file is too large: %1</source>
            <translation>文件过大：%1</translation>
        </message>
        <message>
            <source>There is no such file: %1</source>
            <translation>文件不存在：%1</translation>
        </message>
        <message>
            <source>The file cannot be read: %1</source>
            <translation>无法读取文件：%1</translation>
        </message>
        <message>
            <source>The file cannot be written: %1</source>
            <translation>无法写入文件：%1</translation>
        </message>
        <message>
            <source>Others may read this file; let only yourself read it, under Properties, Security: %1</source>
            <translation>其他人可以读取此文件；请在“属性”的“安全”中设为仅自己可读：%1</translation>
        </message>
    </context>
    <context>
        <name>SecretStore</name>
        <message>
            <source>The file of secrets is damaged: %1</source>
            <translation>密钥文件已损坏：%1</translation>
        </message>
        <message>
            <source>This secret is not stored.</source>
            <translation>没有保存此密钥。</translation>
        </message>
        <message>
            <source>The keyring refused access. Unlock it and allow Tandem to use it.</source>
            <translation>系统钥匙串拒绝访问。请将其解锁并允许 Tandem 使用。</translation>
        </message>
        <message>
            <source>No keyring could be used. Start one, such as GNOME Keyring or KWallet, and unlock it.</source>
            <translation>没有可用的系统钥匙串。请启动 GNOME Keyring 或 KWallet 等钥匙串并将其解锁。</translation>
        </message>
        <message>
            <source>A key that was stored for all gateways can't be opened: is "workspace_key" the same in every credentials file?</source>
            <translation>为所有网关保存的密钥无法打开：每个凭据文件中的“workspace_key”是否相同？</translation>
        </message>
        <message>
            <source>"workspace_key" must be 32 bytes as base64, as `openssl rand -base64 32` makes them.</source>
            <translation>“workspace_key”必须是 base64 编码的 32 个字节，可用 `openssl rand -base64 32` 生成。</translation>
        </message>
    </context>
    <context>
        <name>SendCost</name>
        <message>
            <source>service</source>
            <translation>服务</translation>
        </message>
        <message>
            <source>utility</source>
            <translation>实用</translation>
        </message>
        <message>
            <source>authentication</source>
            <translation>身份验证</translation>
        </message>
        <message>
            <source>marketing</source>
            <translation>营销</translation>
        </message>
        <message>
            <source>Free on the phone</source>
            <translation>手机上免费</translation>
        </message>
        <message>
            <source>Free here and on the phone</source>
            <translation>此处和手机上均免费</translation>
        </message>
        <message>
            <source>Free on the phone · billed here: %1</source>
            <translation>手机上免费 · 此处计费：%1</translation>
        </message>
        <message>
            <source>marketing lite</source>
            <translation>营销（精简）</translation>
        </message>
        <message>
            <source>authentication abroad</source>
            <translation>跨国身份验证</translation>
        </message>
        <message>
            <source>after an ad</source>
            <translation>广告来访</translation>
        </message>
    </context>
    <context>
        <name>Store</name>
        <message>
            <source>This number was unlinked. Messages no longer arrive and can't be sent from here.</source>
            <translation>此号码已解绑，无法再在这里收发消息。</translation>
        </message>
        <message>
            <source>The WhatsApp account is moving to another phone. Sending continues by itself afterwards.</source>
            <translation>WhatsApp 账号正在迁移到另一部手机，完成后会自动恢复发送。</translation>
        </message>
        <message>
            <source>WhatsApp is going to disable this business account. See WhatsApp Manager.</source>
            <translation>WhatsApp 即将停用此商业账号，请前往 WhatsApp Manager 查看。</translation>
        </message>
        <message>
            <source>WhatsApp has disabled this business account. See WhatsApp Manager.</source>
            <translation>WhatsApp 已停用此商业账号，请前往 WhatsApp Manager 查看。</translation>
        </message>
        <message>
            <source>WhatsApp has restricted this business account. See WhatsApp Manager.</source>
            <translation>WhatsApp 已限制此商业账号，请前往 WhatsApp Manager 查看。</translation>
        </message>
        <message>
            <source>WhatsApp reports a policy violation of this business account. See WhatsApp Manager.</source>
            <translation>WhatsApp 报告此商业账号违反政策，请前往 WhatsApp Manager 查看。</translation>
        </message>
        <message>
            <source>The database file is damaged: %1</source>
            <translation>数据库文件已损坏：%1</translation>
        </message>
        <message>
            <source>Rows of %1 refer to rows that do not exist.</source>
            <translation>%1 中有记录引用了不存在的记录。</translation>
        </message>
        <message>
            <source>The search index is damaged; it is built anew at the next start.</source>
            <translation>搜索索引已损坏，下次启动时会重建。</translation>
        </message>
        <message>
            <source>This number is not known here.</source>
            <translation>未找到此号码。</translation>
        </message>
        <message>
            <source>This number is not linked here. Link it to send messages.</source>
            <translation>此号码未在此绑定，绑定后才能发送消息。</translation>
        </message>
        <message>
            <source>There is nobody to send to.</source>
            <translation>没有可发送的对象。</translation>
        </message>
        <message>
            <source>The customer wrote more than 24 hours ago, so only a template can be sent from here. Replying on the phone still works.</source>
            <translation>客户上次来信已超过 24 小时，此处只能发送模板消息。在手机上仍可直接回复。</translation>
        </message>
        <message>
            <source>This conversation is not known here.</source>
            <translation>未找到此会话。</translation>
        </message>
        <message>
            <source>This contact is not known here.</source>
            <translation>未找到此联系人。</translation>
        </message>
        <message>
            <source>This link request is not known here.</source>
            <translation>未找到此绑定请求。</translation>
        </message>
        <message>
            <source>The limit must be between 1 and 80 messages a second.</source>
            <translation>上限必须在每秒 1 到 80 条之间。</translation>
        </message>
        <message>
            <source>The database file is damaged. Nothing was changed; keep the file and restore a backup.</source>
            <translation>数据库文件已损坏。未做任何更改，请保留该文件并恢复备份。</translation>
        </message>
        <message>
            <source>The database can't be written: the file or its folder is read-only.</source>
            <translation>无法写入数据库：文件或所在文件夹为只读。</translation>
        </message>
        <message>
            <source>There is no workspace at this place.</source>
            <translation>此位置没有工作区。</translation>
        </message>
        <message>
            <source>The database file can't be opened.</source>
            <translation>无法打开数据库文件。</translation>
        </message>
        <message>
            <source>The workspace folder can't be used.</source>
            <translation>无法使用工作区文件夹。</translation>
        </message>
        <message>
            <source>The search index is being repaired.</source>
            <translation>正在修复搜索索引。</translation>
        </message>
        <message>
            <source>The database is busy. Please try again.</source>
            <translation>数据库繁忙，请重试。</translation>
        </message>
        <message>
            <source>The disk reported an error while the database was used.</source>
            <translation>使用数据库时磁盘报告错误。</translation>
        </message>
        <message>
            <source>The disk is full. Free some space; nothing is lost that was confirmed.</source>
            <translation>磁盘已满，请释放一些空间。已确认的内容不会丢失。</translation>
        </message>
        <message>
            <source>The database refused the operation.</source>
            <translation>数据库拒绝了此操作。</translation>
        </message>
        <message>
            <source>The database server doesn't answer.</source>
            <translation>数据库服务器没有响应。</translation>
        </message>
        <message>
            <source>The database server's disk is full.</source>
            <translation>数据库服务器的磁盘已满。</translation>
        </message>
        <message>
            <source>The database server is read-only.</source>
            <translation>数据库服务器为只读。</translation>
        </message>
        <message>
            <source>The database is damaged.</source>
            <translation>数据库已损坏。</translation>
        </message>
        <message>
            <source>Another Tandem is using this workspace. Close it first.</source>
            <translation>另一个 Tandem 正在使用此工作区，请先将其关闭。</translation>
        </message>
        <message>
            <source>This file is a database of another program. Tandem leaves it alone.</source>
            <translation>此文件是其他程序的数据库，Tandem 不会改动它。</translation>
        </message>
        <message>
            <source>This workspace was made by a newer version of Tandem. Please update Tandem.</source>
            <translation>此工作区由更新版本的 Tandem 创建，请更新 Tandem。</translation>
        </message>
        <message>
            <source>A canned reply needs a shortcut.</source>
            <translation>快捷回复需要一个快捷词。</translation>
        </message>
        <message>
            <source>Another canned reply has this shortcut.</source>
            <translation>另一条快捷回复已使用此快捷词。</translation>
        </message>
        <message>
            <source>Only contacts of the same number can be merged.</source>
            <translation>只能合并同一号码下的联系人。</translation>
        </message>
        <message>
            <source>The file can't be read.</source>
            <translation>文件无法读取。</translation>
        </message>
        <message>
            <source>The disk is full. Free some space and try again.</source>
            <translation>磁盘已满。请腾出一些空间后重试。</translation>
        </message>
        <message>
            <source>The file could not be copied into the workspace.</source>
            <translation>无法将文件复制到工作区。</translation>
        </message>
        <message>
            <source>The file is not there any more.</source>
            <translation>文件已不存在。</translation>
        </message>
        <message>
            <source>The message to react to is not known here.</source>
            <translation>此处没有要回应的那条消息。</translation>
        </message>
        <message>
            <source>By then the customer's last message will be more than 24 hours old, so only a template can be sent later.</source>
            <translation>到那时客户的最后一条消息已超过 24 小时，届时只能发送模板消息。</translation>
        </message>
        <message>
            <source>This file is not a workspace. It was left as it is.</source>
            <translation>此文件不是工作区，未作任何改动。</translation>
        </message>
        <message>
            <source>Somebody has to stay administrator.</source>
            <translation>必须保留至少一位管理员。</translation>
        </message>
        <message>
            <source>The database server has another login of this name. Please choose another name.</source>
            <translation>数据库服务器上已有同名的其他登录名，请换一个名称。</translation>
        </message>
        <message>
            <source>A login is made of small letters a to z, digits and . _ -, begins with a letter and has at most 31 characters.</source>
            <translation>登录名由小写字母 a–z、数字和 . _ - 组成，以字母开头，最多 31 个字符。</translation>
        </message>
        <message>
            <source>There is an agent of this name already.</source>
            <translation>已有同名客服。</translation>
        </message>
        <message>
            <source>A password needs at least 8 characters.</source>
            <translation>密码至少需要 8 个字符。</translation>
        </message>
        <message>
            <source>A team needs a name.</source>
            <translation>团队需要一个名称。</translation>
        </message>
        <message>
            <source>Another team has this name.</source>
            <translation>已有同名团队。</translation>
        </message>
        <message>
            <source>A single desk needs no password.</source>
            <translation>单机使用无需密码。</translation>
        </message>
        <message>
            <source>This login may not set up a workspace. Use a superuser, or the owner of the database with the right to create roles.</source>
            <translation>此登录名无权建立工作区。请使用超级用户，或拥有该数据库且可创建角色的登录名。</translation>
        </message>
        <message>
            <source>A database server on another computer is only used with a checked certificate (sslmode=verify-full). Leave the weaker setting out of the address.</source>
            <translation>另一台计算机上的数据库服务器只在证书经过验证时使用（sslmode=verify-full）。请从地址中去掉较弱的设置。</translation>
        </message>
        <message>
            <source>The address of the database can't be read. It looks like postgresql://user@host/database.</source>
            <translation>无法识别数据库地址。格式应为 postgresql://user@host/database。</translation>
        </message>
        <message>
            <source>A database address with a service name isn't supported. Name the host.</source>
            <translation>不支持带服务名的数据库地址。请写明主机。</translation>
        </message>
        <message>
            <source>The database server is overloaded.</source>
            <translation>数据库服务器负载过高。</translation>
        </message>
        <message>
            <source>Your login may not do this.</source>
            <translation>您的账号无权执行此操作。</translation>
        </message>
        <message>
            <source>The database server refused the login: wrong name or password, or the login is switched off.</source>
            <translation>数据库服务器拒绝登录：用户名或密码错误，或该账号已停用。</translation>
        </message>
        <message>
            <source>There is no such database on the server.</source>
            <translation>服务器上没有这个数据库。</translation>
        </message>
        <message>
            <source>The database server doesn't let this login act as it would have to.</source>
            <translation>数据库服务器不允许此账号以所需的身份操作。</translation>
        </message>
        <message>
            <source>The database server takes no more connections now.</source>
            <translation>数据库服务器目前不再接受新连接。</translation>
        </message>
        <message>
            <source>The database server could not prove who it is: it has no TLS, or its certificate isn't trusted or belongs to another name. Nothing was sent to it.</source>
            <translation>数据库服务器无法证明其身份：没有 TLS，或证书不受信任、属于其他名称。未向其发送任何内容。</translation>
        </message>
        <message>
            <source>The database server is PostgreSQL %1. Tandem needs version 15 or newer.</source>
            <translation>数据库服务器为 PostgreSQL %1。Tandem 需要 15 或更新版本。</translation>
        </message>
        <message>
            <source>The database server went away while this was being saved. It may or may not have been.</source>
            <translation>保存过程中数据库服务器断开，可能已保存，也可能没有。</translation>
        </message>
        <message>
            <source>There is no workspace in this database yet.</source>
            <translation>此数据库中还没有工作区。</translation>
        </message>
        <message>
            <source>The team's database is older than this Tandem. Update the gateway first: it brings the database up to date.</source>
            <translation>团队数据库比此版本的 Tandem 旧。请先更新网关，它会升级数据库。</translation>
        </message>
        <message>
            <source>The database must be given as sqlite:PATH or postgresql://user@host/database.</source>
            <translation>数据库须写成 sqlite:PATH 或 postgresql://user@host/database。</translation>
        </message>
        <message>
            <source>This login is no agent of this workspace.</source>
            <translation>此登录名不是该工作区的客服。</translation>
        </message>
        <message>
            <source>Only an administrator can change another agent's name.</source>
            <translation>只有管理员可以更改其他客服的名称。</translation>
        </message>
        <message>
            <source>A colleague has this conversation. Only leads and administrators can give it to someone else.</source>
            <translation>此会话由同事负责。只有组长和管理员可以转给他人。</translation>
        </message>
        <message>
            <source>This team is not known here.</source>
            <translation>此处没有这个团队。</translation>
        </message>
        <message>
            <source>This time is over already.</source>
            <translation>这个时间已经过去了。</translation>
        </message>
        <message>
            <source>A label needs a name.</source>
            <translation>标签需要名称。</translation>
        </message>
        <message>
            <source>Another label has this name.</source>
            <translation>已有同名标签。</translation>
        </message>
        <message>
            <source>This label was deleted.</source>
            <translation>此标签已被删除。</translation>
        </message>
        <message>
            <source>The note is empty.</source>
            <translation>备注为空。</translation>
        </message>
        <message>
            <source>A note can have 10,000 characters at most.</source>
            <translation>备注最多 10,000 个字符。</translation>
        </message>
        <message>
            <source>Only its author can change a note.</source>
            <translation>只有作者可以修改备注。</translation>
        </message>
        <message>
            <source>This note is not known here.</source>
            <translation>此处没有这条备注。</translation>
        </message>
        <message>
            <source>Only agents of this workspace can do this.</source>
            <translation>只有此工作区的客服可以这样做。</translation>
        </message>
        <message>
            <source>Only leads and administrators can do this.</source>
            <translation>只有组长和管理员可以这样做。</translation>
        </message>
        <message>
            <source>This agent is not known here.</source>
            <translation>此处没有这位客服。</translation>
        </message>
        <message>
            <source>This agent's login is disabled.</source>
            <translation>这位客服的登录已停用。</translation>
        </message>
        <message>
            <source>This agent may not see the number of this conversation.</source>
            <translation>这位客服无权查看此会话的号码。</translation>
        </message>
        <message>
            <source>A view needs a name.</source>
            <translation>视图需要名称。</translation>
        </message>
        <message>
            <source>This view has too many conditions.</source>
            <translation>此视图的条件过多。</translation>
        </message>
        <message>
            <source>Somebody else has changed the rules meanwhile. Look at them and try again.</source>
            <translation>其他人刚刚更改了规则。请查看后再试。</translation>
        </message>
        <message>
            <source>A lead has deleted this note.</source>
            <translation>这条备注已被主管删除。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::AgentButton</name>
        <message>
            <source>%1, away: no rule gives you conversations</source>
            <translation>%1，离开：规则不会分配会话给您</translation>
        </message>
        <message>
            <source>%1, here</source>
            <translation>%1，在线</translation>
        </message>
        <message>
            <source>You are away: rules pass you by</source>
            <translation>您已离开：规则会跳过您</translation>
        </message>
        <message>
            <source>You are here</source>
            <translation>您已在线</translation>
        </message>
        <message>
            <source>Here</source>
            <translation>在线</translation>
        </message>
        <message>
            <source>Away: give me nothing new</source>
            <translation>离开：不再分配新会话</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
    </context>
    <context>
        <name>Tandem::AgentCard</name>
        <message>
            <source>Agent</source>
            <translation>客服</translation>
        </message>
        <message>
            <source>Lead</source>
            <translation>组长</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>管理员</translation>
        </message>
        <message>
            <source>Switched off</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>Not here</source>
            <translation>不在线</translation>
        </message>
        <message>
            <source>Away</source>
            <translation>离开</translation>
        </message>
        <message>
            <source>Here</source>
            <translation>在线</translation>
        </message>
        <message>
            <source>People</source>
            <translation>成员</translation>
        </message>
        <message>
            <source>Login of a new agent</source>
            <translation>新客服的登录名</translation>
        </message>
        <message>
            <source>First password, 10 characters or more</source>
            <translation>初始密码，至少 10 个字符</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n 个进行中</numerusform>
            </translation>
        </message>
        <message>
            <source>Role of %1</source>
            <translation>%1 的角色</translation>
        </message>
        <message>
            <source>More for %1</source>
            <translation>%1 的更多操作</translation>
        </message>
        <message>
            <source>Save an invitation…</source>
            <translation>保存邀请…</translation>
        </message>
        <message>
            <source>New password…</source>
            <translation>新密码…</translation>
        </message>
        <message>
            <source>Switch on again</source>
            <translation>重新启用</translation>
        </message>
        <message>
            <source>Switch off</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>%1 is in the team. Give them numbers, and an invitation.</source>
            <translation>%1 已加入团队。请授予号码，并发送邀请。</translation>
        </message>
        <message>
            <source>%1 is now: %2</source>
            <translation>%1 现在是：%2</translation>
        </message>
        <message>
            <source>%1 is switched off and can't see anything now</source>
            <translation>%1 已停用，现在什么也看不到</translation>
        </message>
        <message>
            <source>%1 can work again</source>
            <translation>%1 可以重新工作</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>New password for %1, 10 characters or more:</source>
            <translation>%1 的新密码，至少 10 个字符：</translation>
        </message>
        <message>
            <source>The password was not changed: 10 characters at least.</source>
            <translation>密码未更改：至少需要 10 个字符。</translation>
        </message>
        <message>
            <source>%1 has a new password</source>
            <translation>%1 的密码已更新</translation>
        </message>
        <message>
            <source>%1 sees %2 now</source>
            <translation>%1 现在能看到 %2</translation>
        </message>
        <message>
            <source>%1 no longer sees %2</source>
            <translation>%1 不再能看到 %2</translation>
        </message>
        <message>
            <source>Save an invitation for %1</source>
            <translation>保存给 %1 的邀请</translation>
        </message>
        <message>
            <source>Saved. Send it to them, and tell them the password by another way.</source>
            <translation>已保存。请发给对方，并用其他方式告知密码。</translation>
        </message>
        <message>
            <source>The file could not be written: %1</source>
            <translation>无法写入文件：%1</translation>
        </message>
        <message>
            <source>Role of the new agent</source>
            <translation>新客服的角色</translation>
        </message>
        <message>
            <source>All numbers</source>
            <translation>所有号码</translation>
        </message>
        <message>
            <source>No number yet</source>
            <translation>还没有号码</translation>
        </message>
        <message>
            <source>Numbers of %1: %2</source>
            <translation>%1 的号码：%2</translation>
        </message>
        <message>
            <source>%1 (also by the team %2)</source>
            <translation>%1（也通过团队 %2）</translation>
        </message>
        <message>
            <source>Change the name…</source>
            <translation>更改名称…</translation>
        </message>
        <message>
            <source>Switch off…</source>
            <translation>停用…</translation>
        </message>
        <message>
            <source>%1 is signed out at once and can't see anything until switched on again.</source>
            <translation>%1 会立即退出登录，重新启用前看不到任何内容。</translation>
        </message>
        <message numerus="yes">
            <source>%n open conversation(s) go back to nobody.</source>
            <translation>
                <numerusform>%n 个进行中的会话将变为未分配。</numerusform>
            </translation>
        </message>
        <message>
            <source>Switch %1 off?</source>
            <translation>停用 %1？</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>How colleagues see %1:</source>
            <translation>同事看到的 %1 的名称：</translation>
        </message>
        <message>
            <source>%1 is called %2 now</source>
            <translation>%1 现在的名称是 %2</translation>
        </message>
    </context>
    <context>
        <name>Tandem::AssigneeButton</name>
        <message>
            <source>Assign</source>
            <translation>分配</translation>
        </message>
    </context>
    <context>
        <name>Tandem::AssigneePicker</name>
        <message>
            <source>away</source>
            <translation>离开</translation>
        </message>
        <message>
            <source>not here</source>
            <translation>不在线</translation>
        </message>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n 个进行中</numerusform>
            </translation>
        </message>
        <message>
            <source>Assign to</source>
            <translation>分配给</translation>
        </message>
        <message>
            <source>Name of a person or team</source>
            <translation>成员或团队名称</translation>
        </message>
        <message>
            <source>Private note for them, if you like (Tab)</source>
            <translation>给对方的内部备注，可不填（Tab）</translation>
        </message>
        <message>
            <source>Private note for whoever takes over</source>
            <translation>给接手人的内部备注</translation>
        </message>
        <message>
            <source>Me</source>
            <translation>我</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s)</source>
            <translation>
                <numerusform>%n 人</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>无人</translation>
        </message>
    </context>
    <context>
        <name>Tandem::AttachmentCard</name>
        <message>
            <source>Remove this file</source>
            <translation>移除此文件</translation>
        </message>
        <message>
            <source>Caption</source>
            <translation>说明文字</translation>
        </message>
        <message>
            <source>Caption of %1</source>
            <translation>%1 的说明文字</translation>
        </message>
        <message>
            <source>Preparing…</source>
            <translation>正在准备…</translation>
        </message>
        <message>
            <source>Sticker · %1</source>
            <translation>贴纸 · %1</translation>
        </message>
    </context>
    <context>
        <name>Tandem::AttachmentRules</name>
        <message>
            <source>This file is empty.</source>
            <translation>此文件是空的。</translation>
        </message>
        <message>
            <source>Many phones can't play this video: it is not H.264.</source>
            <translation>许多手机无法播放此视频：它不是 H.264 格式。</translation>
        </message>
        <message>
            <source>Make it fit</source>
            <translation>压缩到合适大小</translation>
        </message>
        <message>
            <source>Send as a document</source>
            <translation>以文件形式发送</translation>
        </message>
    </context>
    <context>
        <name>Tandem::Attachments</name>
        <message>
            <source>At most %1 files go at once.</source>
            <translation>一次最多发送 %1 个文件。</translation>
        </message>
        <message>
            <source>Picture.png</source>
            <translation>图片.png</translation>
        </message>
        <message>
            <source>Picture.jpg</source>
            <translation>图片.jpg</translation>
        </message>
    </context>
    <context>
        <name>Tandem::AuditModel</name>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>谁</translation>
        </message>
        <message>
            <source>What</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>On what</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>From where</source>
            <translation>来源</translation>
        </message>
    </context>
    <context>
        <name>Tandem::AuditPage</name>
        <message>
            <source>The audit log could not be read</source>
            <translation>无法读取审计日志</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Reading the audit log…</source>
            <translation>正在读取审计日志…</translation>
        </message>
        <message>
            <source>Nothing fits</source>
            <translation>没有符合的记录</translation>
        </message>
        <message>
            <source>Export the audit log</source>
            <translation>导出审计日志</translation>
        </message>
        <message>
            <source>The audit log could not be exported: %1</source>
            <translation>无法导出审计日志：%1</translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) exported</source>
            <translation>
                <numerusform>已导出 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>Audit log</source>
            <translation>审计日志</translation>
        </message>
        <message>
            <source>Whose changes</source>
            <translation>谁的更改</translation>
        </message>
        <message>
            <source>From this day on</source>
            <translation>从这一天起</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>All changes</source>
            <translation>所有更改</translation>
        </message>
        <message>
            <source>Conversations</source>
            <translation>会话</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Private notes</source>
            <translation>内部备注</translation>
        </message>
        <message>
            <source>People</source>
            <translation>成员</translation>
        </message>
        <message>
            <source>Teams</source>
            <translation>团队</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>号码</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>Which changes</source>
            <translation>哪些更改</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>所有人</translation>
        </message>
        <message>
            <source>Gateway</source>
            <translation>网关</translation>
        </message>
        <message>
            <source>Every change of conversations, labels, rules and people is written here. Choose other words, another day or another person.</source>
            <translation>会话、标签、规则和人员的每次更改都记录在这里。请换个词、日期或人员。</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Canned replies</source>
            <translation>快捷回复</translation>
        </message>
        <message>
            <source>Linking</source>
            <translation>连接号码</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Customer, label, colleague, number…</source>
            <translation>客户、标签、同事、号码…</translation>
        </message>
        <message>
            <source>Search the audit log</source>
            <translation>搜索审计日志</translation>
        </message>
        <message>
            <source>To the end of this day</source>
            <translation>到这一天结束</translation>
        </message>
    </context>
    <context>
        <name>Tandem::AuditWords</name>
        <message>
            <source>Changed a conversation's state</source>
            <translation>更改了会话状态</translation>
        </message>
        <message>
            <source>Assigned a conversation</source>
            <translation>分配了会话</translation>
        </message>
        <message>
            <source>Assigned a conversation to nobody</source>
            <translation>取消了会话的负责人</translation>
        </message>
        <message>
            <source>Gave a conversation to a team</source>
            <translation>把会话交给了团队</translation>
        </message>
        <message>
            <source>Took a conversation from a team</source>
            <translation>把会话从团队移出</translation>
        </message>
        <message>
            <source>Snoozed a conversation</source>
            <translation>稍后处理会话</translation>
        </message>
        <message>
            <source>Woke a conversation</source>
            <translation>恢复了会话</translation>
        </message>
        <message>
            <source>Joined conversations of one customer</source>
            <translation>合并了同一客户的会话</translation>
        </message>
        <message>
            <source>Labelled a conversation</source>
            <translation>给会话加了标签</translation>
        </message>
        <message>
            <source>Took a label off</source>
            <translation>去掉了标签</translation>
        </message>
        <message>
            <source>Made a label</source>
            <translation>新建了标签</translation>
        </message>
        <message>
            <source>Renamed a label</source>
            <translation>重命名了标签</translation>
        </message>
        <message>
            <source>Changed a label's colour</source>
            <translation>更改了标签颜色</translation>
        </message>
        <message>
            <source>Deleted a label</source>
            <translation>删除了标签</translation>
        </message>
        <message>
            <source>Wrote a private note</source>
            <translation>写了内部备注</translation>
        </message>
        <message>
            <source>Changed a private note</source>
            <translation>修改了内部备注</translation>
        </message>
        <message>
            <source>Deleted a private note, or brought it back</source>
            <translation>删除或恢复了内部备注</translation>
        </message>
        <message>
            <source>Moved a private note with its conversation</source>
            <translation>内部备注随会话移动</translation>
        </message>
        <message>
            <source>Sent a message</source>
            <translation>发送了消息</translation>
        </message>
        <message>
            <source>Took back a message before it went</source>
            <translation>在发出前撤回了消息</translation>
        </message>
        <message>
            <source>Sent a message again</source>
            <translation>重新发送了消息</translation>
        </message>
        <message>
            <source>Let a held message go</source>
            <translation>放行了暂缓的消息</translation>
        </message>
        <message>
            <source>Starred a message</source>
            <translation>给消息加了星标</translation>
        </message>
        <message>
            <source>Took the star off a message</source>
            <translation>取消了消息的星标</translation>
        </message>
        <message>
            <source>Asked for a file again</source>
            <translation>重新请求了文件</translation>
        </message>
        <message>
            <source>Blocked a customer</source>
            <translation>拉黑了客户</translation>
        </message>
        <message>
            <source>Unblocked a customer</source>
            <translation>取消拉黑客户</translation>
        </message>
        <message>
            <source>Merged contacts</source>
            <translation>合并了联系人</translation>
        </message>
        <message>
            <source>Took merged contacts apart</source>
            <translation>拆分了合并的联系人</translation>
        </message>
        <message>
            <source>Gave a customer an owner</source>
            <translation>指定了客户归属</translation>
        </message>
        <message>
            <source>Took a customer's owner away</source>
            <translation>取消了客户归属</translation>
        </message>
        <message>
            <source>Changed a customer's name</source>
            <translation>更改了客户名称</translation>
        </message>
        <message>
            <source>Added a number</source>
            <translation>添加了号码</translation>
        </message>
        <message>
            <source>Changed a number's connection</source>
            <translation>号码连接状态变更</translation>
        </message>
        <message>
            <source>Changed a number's send limit</source>
            <translation>更改了号码的发送上限</translation>
        </message>
        <message>
            <source>Changed a number's read receipts</source>
            <translation>更改了号码的已读回执</translation>
        </message>
        <message>
            <source>Changed a number's typing indicator</source>
            <translation>更改了号码的输入状态提示</translation>
        </message>
        <message>
            <source>Gave somebody a number</source>
            <translation>授予了号码</translation>
        </message>
        <message>
            <source>Took a number from somebody</source>
            <translation>收回了号码</translation>
        </message>
        <message>
            <source>Added an agent</source>
            <translation>添加了客服</translation>
        </message>
        <message>
            <source>Changed an agent's name</source>
            <translation>更改了客服姓名</translation>
        </message>
        <message>
            <source>Changed an agent's role</source>
            <translation>更改了客服角色</translation>
        </message>
        <message>
            <source>Went away</source>
            <translation>离开</translation>
        </message>
        <message>
            <source>Came back</source>
            <translation>回来</translation>
        </message>
        <message>
            <source>Switched an agent off</source>
            <translation>停用了客服</translation>
        </message>
        <message>
            <source>Switched an agent on again</source>
            <translation>重新启用了客服</translation>
        </message>
        <message>
            <source>Gave an agent a new password</source>
            <translation>重设了客服密码</translation>
        </message>
        <message>
            <source>Ended a session that kept others waiting</source>
            <translation>结束了阻塞他人的连接</translation>
        </message>
        <message>
            <source>Removed an agent</source>
            <translation>移除了客服</translation>
        </message>
        <message>
            <source>Made a team</source>
            <translation>新建了团队</translation>
        </message>
        <message>
            <source>Renamed a team</source>
            <translation>重命名了团队</translation>
        </message>
        <message>
            <source>Deleted a team</source>
            <translation>删除了团队</translation>
        </message>
        <message>
            <source>Put somebody into a team</source>
            <translation>把成员加入团队</translation>
        </message>
        <message>
            <source>Took somebody out of a team</source>
            <translation>把成员移出团队</translation>
        </message>
        <message>
            <source>Made an assignment rule</source>
            <translation>新建了分配规则</translation>
        </message>
        <message>
            <source>Changed an assignment rule</source>
            <translation>修改了分配规则</translation>
        </message>
        <message>
            <source>Deleted an assignment rule</source>
            <translation>删除了分配规则</translation>
        </message>
        <message>
            <source>Saved a view</source>
            <translation>保存了视图</translation>
        </message>
        <message>
            <source>Changed a view</source>
            <translation>修改了视图</translation>
        </message>
        <message>
            <source>Deleted a view</source>
            <translation>删除了视图</translation>
        </message>
        <message>
            <source>Made a canned reply</source>
            <translation>新建了快捷回复</translation>
        </message>
        <message>
            <source>Changed a canned reply</source>
            <translation>修改了快捷回复</translation>
        </message>
        <message>
            <source>Deleted a canned reply</source>
            <translation>删除了快捷回复</translation>
        </message>
        <message>
            <source>Began to link a number</source>
            <translation>开始连接号码</translation>
        </message>
        <message>
            <source>Ended linking a number</source>
            <translation>结束连接号码</translation>
        </message>
        <message>
            <source>Changed a setting of the workspace</source>
            <translation>更改了工作区设置</translation>
        </message>
        <message>
            <source>no. %1, no longer here</source>
            <translation>编号 %1，已不存在</translation>
        </message>
        <message>
            <source>“%1”</source>
            <translation>“%1”</translation>
        </message>
        <message>
            <source>%1 → %2</source>
            <comment>from, to</comment>
            <translation>%1 → %2</translation>
        </message>
        <message>
            <source>open</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>pending</source>
            <translation>待处理</translation>
        </message>
        <message>
            <source>snoozed</source>
            <translation>稍后处理</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>已关闭</translation>
        </message>
        <message>
            <source>off</source>
            <translation>关</translation>
        </message>
        <message>
            <source>on</source>
            <translation>开</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>无人</translation>
        </message>
        <message>
            <source>no team</source>
            <translation>无团队</translation>
        </message>
        <message>
            <source>until %1</source>
            <translation>直到 %1</translation>
        </message>
        <message>
            <source>%1 → %2 a second</source>
            <comment>from, to</comment>
            <translation>每秒 %1 → %2 条</translation>
        </message>
        <message>
            <source>Conversation %1</source>
            <translation>会话 %1</translation>
        </message>
        <message>
            <source>Note %1</source>
            <translation>备注 %1</translation>
        </message>
        <message>
            <source>Message %1</source>
            <translation>消息 %1</translation>
        </message>
        <message>
            <source>Contact %1</source>
            <translation>联系人 %1</translation>
        </message>
        <message>
            <source>Number %1</source>
            <translation>号码 %1</translation>
        </message>
        <message>
            <source>Agent %1</source>
            <translation>客服 %1</translation>
        </message>
        <message>
            <source>Team %1</source>
            <translation>团队 %1</translation>
        </message>
        <message>
            <source>Label %1</source>
            <translation>标签 %1</translation>
        </message>
        <message>
            <source>Rule %1</source>
            <translation>规则 %1</translation>
        </message>
        <message>
            <source>View %1</source>
            <translation>视图 %1</translation>
        </message>
        <message>
            <source>Canned reply %1</source>
            <translation>快捷回复 %1</translation>
        </message>
        <message>
            <source>Link %1</source>
            <translation>连接 %1</translation>
        </message>
        <message>
            <source>Setting %1</source>
            <translation>设置 %1</translation>
        </message>
        <message>
            <source>Gateway</source>
            <translation>网关</translation>
        </message>
        <message>
            <source>this computer</source>
            <comment>where a change came from</comment>
            <translation>本机</translation>
        </message>
    </context>
    <context>
        <name>Tandem::AwayBanner</name>
        <message numerus="yes">
            <source>%n reply(ies) kept</source>
            <translation>
                <numerusform>已保留 %n 条回复</numerusform>
            </translation>
        </message>
        <message>
            <source>The team's server can't be reached. You see what this computer has kept. Text replies are kept too and go when it is back, after ten minutes only if you say so; the rest has to wait.</source>
            <translation>无法连接团队服务器。您看到的是本机保存的内容。文字回复也会保存，服务器恢复后自动发出（超过十分钟的须经您确认）；其他操作需要等待。</translation>
        </message>
        <message numerus="yes">
            <source>%n reply(ies) typed while the server was away did not go: “%1”</source>
            <translation>
                <numerusform>有 %n 条在服务器离线时输入的回复未发出：“%1”</numerusform>
            </translation>
        </message>
        <message>
            <source>Show them; choosing one takes it back as a draft</source>
            <translation>查看已保存的回复；选择一条可取回为草稿</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>丢弃</translation>
        </message>
        <message>
            <source>Keep as drafts</source>
            <translation>存为草稿</translation>
        </message>
        <message>
            <source>Send now</source>
            <translation>立即发送</translation>
        </message>
        <message>
            <source>To %1: %2</source>
            <translation>致 %1：%2</translation>
        </message>
    </context>
    <context>
        <name>Tandem::BeforePage</name>
        <message>
            <source>Before you start</source>
            <translation>开始之前</translation>
        </message>
        <message>
            <source>The number stays in the WhatsApp Business app. Nothing is deleted or registered anew; Tandem joins it. It takes about five minutes.</source>
            <translation>号码仍保留在 WhatsApp Business 应用中，无需注销或重新注册，Tandem 只是接入进来。整个过程约需五分钟。</translation>
        </message>
        <message>
            <source>Version of the WhatsApp Business app on the phone (in the app: Settings, Help, App info)</source>
            <translation>手机上 WhatsApp Business 应用的版本（在应用中查看：设置 → 帮助 → 应用信息）</translation>
        </message>
        <message>
            <source>I looked: it is %1 or later</source>
            <translation>已确认是 %1 或更高版本</translation>
        </message>
        <message>
            <source>What changes</source>
            <translation>有哪些变化</translation>
        </message>
        <message>
            <source>%1 or later is needed.</source>
            <translation>需要 %1 或更高版本。</translation>
        </message>
        <message>
            <source>Type it as the app shows it, for example 2.24.17.79.</source>
            <translation>请按应用中显示的版本号输入，例如 2.24.17.79。</translation>
        </message>
        <message>
            <source>This version can be linked.</source>
            <translation>此版本可以绑定。</translation>
        </message>
        <message>
            <source>Too old. Update the app in the phone's store first.</source>
            <translation>版本过低，请先在手机应用商店更新应用。</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>继续</translation>
        </message>
    </context>
    <context>
        <name>Tandem::Bubble</name>
        <message>
            <source>Deleted by the customer</source>
            <translation>已被客户删除</translation>
        </message>
        <message>
            <source>Deleted on the phone</source>
            <translation>已在手机上删除</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>A message that is not here</source>
            <translation>原消息不在此处</translation>
        </message>
        <message>
            <source>Load again</source>
            <translation>重新加载</translation>
        </message>
        <message>
            <source>Read all</source>
            <translation>查看全文</translation>
        </message>
        <message>
            <source>Until %1</source>
            <translation>%1 之前</translation>
        </message>
        <message>
            <source>Discarded, not sent.</source>
            <translation>已放弃，未发送。</translation>
        </message>
        <message>
            <source>May have been sent: the connection broke before WhatsApp answered. Look on the phone before you send it again.</source>
            <translation>可能已发送：WhatsApp 答复前连接中断。重发前请先在手机上确认。</translation>
        </message>
        <message>
            <source>Has waited for hours. Is it still right?</source>
            <translation>已等待数小时，内容还合适吗？</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>重新发送</translation>
        </message>
        <message>
            <source>Send now</source>
            <translation>立即发送</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>edited</source>
            <translation>已编辑</translation>
        </message>
        <message>
            <source>Came from an advertisement</source>
            <translation>来自广告</translation>
        </message>
        <message>
            <source>Asks about the product %1</source>
            <translation>询问商品 %1</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>Message</source>
            <translation>发消息</translation>
        </message>
        <message>
            <source>Save the contact</source>
            <translation>保存联系人</translation>
        </message>
        <message>
            <source>Open in maps</source>
            <translation>在地图中打开</translation>
        </message>
        <message>
            <source>Hide its content</source>
            <translation>隐藏内容</translation>
        </message>
        <message>
            <source>Show its content</source>
            <translation>查看内容</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <translation>保存副本</translation>
        </message>
        <message>
            <source>This kind of file can run programs, so it is not opened here.</source>
            <translation>此类文件可能运行程序，因此不会在此处打开。</translation>
        </message>
        <message>
            <source>Send a template</source>
            <translation>发送模板</translation>
        </message>
        <message>
            <source>Choose another template</source>
            <translation>选择其他模板</translation>
        </message>
        <message>
            <source>Change and send</source>
            <translation>修改后发送</translation>
        </message>
        <message>
            <source>Open the number's page</source>
            <translation>打开号码页面</translation>
        </message>
        <message>
            <source>Held for some seconds, in case you want it back.</source>
            <translation>将在几秒后发送，期间可撤回。</translation>
        </message>
        <message>
            <source>Will be sent %1.</source>
            <translation>将于 %1 发送。</translation>
        </message>
        <message>
            <source>Waits until the customer writes.</source>
            <translation>等客户下次来信时发送。</translation>
        </message>
        <message>
            <source>Do not send</source>
            <translation>不发送</translation>
        </message>
        <message>
            <source>Show what it said</source>
            <translation>查看原内容</translation>
        </message>
        <message>
            <source>Hide it again</source>
            <translation>再次隐藏</translation>
        </message>
        <message>
            <source>Send again %1</source>
            <comment>date and time</comment>
            <translation>%1再次发送</translation>
        </message>
        <message>
            <source>Private note</source>
            <translation>内部备注</translation>
        </message>
        <message>
            <source>%1 · private note</source>
            <translation>%1 · 内部备注</translation>
        </message>
        <message>
            <source>This note was deleted</source>
            <translation>此备注已删除</translation>
        </message>
    </context>
    <context>
        <name>Tandem::BudgetMeter</name>
        <message>
            <source>Tandem %1, phone %2, kept free for the phone %3</source>
            <translation>Tandem %1，手机 %2，为手机预留 %3</translation>
        </message>
    </context>
    <context>
        <name>Tandem::BuilderPanel</name>
        <message>
            <source>Reply buttons</source>
            <translation>回复按钮</translation>
        </message>
        <message>
            <source>List</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>Link button</source>
            <translation>链接按钮</translation>
        </message>
        <message>
            <source>Ask for location</source>
            <translation>请求位置</translation>
        </message>
        <message>
            <source>Title, optional</source>
            <translation>标题（可选）</translation>
        </message>
        <message>
            <source>Footer, optional</source>
            <translation>页脚（可选）</translation>
        </message>
        <message>
            <source>Text on the button</source>
            <translation>按钮文字</translation>
        </message>
        <message>
            <source>Button 1</source>
            <translation>按钮 1</translation>
        </message>
        <message>
            <source>Button %1, optional</source>
            <translation>按钮 %1（可选）</translation>
        </message>
        <message>
            <source>Back to writing (Esc)</source>
            <translation>返回输入（Esc）</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>发送</translation>
        </message>
    </context>
    <context>
        <name>Tandem::CannedPopup</name>
        <message>
            <source>No canned reply fits.</source>
            <translation>没有匹配的快捷回复。</translation>
        </message>
        <message>
            <source>There are no canned replies yet. Write some in Settings.</source>
            <translation>还没有快捷回复，可在设置中添加。</translation>
        </message>
        <message>
            <source>↑ ↓ to choose, Enter to insert, Esc to close</source>
            <translation>↑ ↓ 选择，回车插入，Esc 关闭</translation>
        </message>
    </context>
    <context>
        <name>Tandem::CannedPrompt</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Insert</source>
            <translation>插入</translation>
        </message>
    </context>
    <context>
        <name>Tandem::CannedText</name>
        <message>
            <source>Name of this number</source>
            <translation>此号码的名称</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>您的姓名</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Customer’s name</source>
            <translation>客户姓名</translation>
        </message>
        <message>
            <source>Customer’s first name</source>
            <translation>客户称呼</translation>
        </message>
        <message>
            <source>Customer’s phone number</source>
            <translation>客户电话</translation>
        </message>
    </context>
    <context>
        <name>Tandem::ChoiceList</name>
        <message>
            <source>Add a section</source>
            <translation>添加分组</translation>
        </message>
        <message>
            <source>Title of the section</source>
            <translation>分组标题</translation>
        </message>
        <message>
            <source>Add a choice</source>
            <translation>添加选项</translation>
        </message>
        <message>
            <source>Choice</source>
            <translation>选项</translation>
        </message>
        <message>
            <source>Description, optional</source>
            <translation>说明（可选）</translation>
        </message>
        <message>
            <source>Remove this choice</source>
            <translation>移除此选项</translation>
        </message>
    </context>
    <context>
        <name>Tandem::CommandPalette</name>
        <message>
            <source>No command and nobody by that name</source>
            <translation>没有匹配的命令或联系人</translation>
        </message>
        <message>
            <source>Type a command or a name</source>
            <translation>输入命令或姓名</translation>
        </message>
        <message>
            <source>Commands and conversations</source>
            <translation>命令和会话</translation>
        </message>
    </context>
    <context>
        <name>Tandem::Commands</name>
        <message>
            <source>Conversation</source>
            <translation>会话</translation>
        </message>
        <message>
            <source>List</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>编写</translation>
        </message>
    </context>
    <context>
        <name>Tandem::Composer</name>
        <message>
            <source>Reply</source>
            <translation>回复</translation>
        </message>
        <message>
            <source>Send (Enter). Shift+Enter starts a new line.</source>
            <translation>发送（Enter），按 Shift+Enter 换行。</translation>
        </message>
        <message>
            <source>Send (Ctrl+Enter)</source>
            <translation>发送（Ctrl+Enter）</translation>
        </message>
        <message>
            <source>Your draft is kept: %1</source>
            <translation>草稿已保留：%1</translation>
        </message>
        <message>
            <source>Agent</source>
            <comment>signature of replies while no name is set</comment>
            <translation>客服</translation>
        </message>
        <message>
            <source>Not sent. The text is kept.</source>
            <translation>未发送，内容已保留。</translation>
        </message>
        <message>
            <source>Not sent: %1 The text is kept.</source>
            <translation>未发送：%1 内容已保留。</translation>
        </message>
        <message>
            <source>To %1: %2</source>
            <translation>发给 %1：%2</translation>
        </message>
        <message>
            <source>Send a template</source>
            <translation>发送模板消息</translation>
        </message>
        <message>
            <source>The text goes first, as a message of its own.</source>
            <translation>文字会先作为一条单独的消息发出。</translation>
        </message>
        <message>
            <source>Write a caption</source>
            <translation>输入说明文字</translation>
        </message>
        <message>
            <source>Write a reply, / for a canned one</source>
            <translation>输入回复，按 / 使用快捷回复</translation>
        </message>
        <message>
            <source>Files can't be sent here now.</source>
            <translation>现在无法在此发送文件。</translation>
        </message>
        <message>
            <source>Attach files</source>
            <translation>添加附件</translation>
        </message>
        <message>
            <source>Another voice message is not finished: send or discard it first.</source>
            <translation>另一条语音尚未完成：请先发送或丢弃。</translation>
        </message>
        <message>
            <source>A file is not ready: wait for it, fix it or remove it.</source>
            <translation>有文件尚未就绪：请等待、处理或移除它。</translation>
        </message>
        <message>
            <source>Too late: it is on its way already.</source>
            <translation>来不及了：消息已经发出。</translation>
        </message>
        <message>
            <source>It is not in the queue any more.</source>
            <translation>它已不在发送队列中。</translation>
        </message>
        <message>
            <source>It was not written here, so it can only be sent or cancelled.</source>
            <translation>它不是在此编写的，只能发送或取消。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::ComposerGate</name>
        <message>
            <source>A reply typed on the phone is still possible and free. It appears here too.</source>
            <translation>仍可在手机上免费回复，回复也会显示在这里。</translation>
        </message>
        <message>
            <source>This number is not linked here</source>
            <translation>此号码未在此绑定</translation>
        </message>
        <message>
            <source>Link it on the Numbers page to reply from Tandem.</source>
            <translation>在“号码”页绑定后，即可在 Tandem 中回复。</translation>
        </message>
        <message>
            <source>Its link ended on %1. Link it again on the Numbers page.</source>
            <translation>绑定已于 %1 解除，请在“号码”页重新绑定。</translation>
        </message>
        <message>
            <source>Its link has ended. Link it again on the Numbers page.</source>
            <translation>绑定已解除，请在“号码”页重新绑定。</translation>
        </message>
        <message>
            <source>This number is disconnected</source>
            <translation>此号码已断开</translation>
        </message>
        <message>
            <source>This number is moving to another phone</source>
            <translation>此号码正在迁移到另一部手机</translation>
        </message>
        <message>
            <source>Sending comes back by itself once the move is confirmed in the phone app.</source>
            <translation>在手机应用中确认迁移后，会自动恢复发送。</translation>
        </message>
        <message>
            <source>Sending is stopped for this number</source>
            <translation>此号码已停止发送</translation>
        </message>
        <message>
            <source>See the Numbers page.</source>
            <translation>详情请见“号码”页。</translation>
        </message>
        <message>
            <source>Sending is paused for this number</source>
            <translation>此号码已暂停发送</translation>
        </message>
        <message>
            <source>The customer has not written yet</source>
            <translation>客户尚未发来消息</translation>
        </message>
        <message>
            <source>WhatsApp allows free replies for 24 hours after each message of the customer.</source>
            <translation>客户每次发来消息后的 24 小时内，WhatsApp 允许自由回复。</translation>
        </message>
        <message>
            <source>The 24 hours to reply are over</source>
            <translation>24 小时服务窗口已关闭</translation>
        </message>
        <message>
            <source>They ended on %1. When the customer writes again, you can reply here.</source>
            <translation>已于 %1 关闭。客户再次发来消息后，即可在此回复。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::ComposerTools</name>
        <message>
            <source>Canned replies (/)</source>
            <translation>快捷回复（/）</translation>
        </message>
        <message>
            <source>Bold, italic, …</source>
            <translation>粗体、斜体…</translation>
        </message>
        <message>
            <source>Message with buttons, a list or a link</source>
            <translation>带按钮、列表或链接的消息</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>发送</translation>
        </message>
        <message>
            <source>Bold</source>
            <translation>粗体</translation>
        </message>
        <message>
            <source>Italic</source>
            <translation>斜体</translation>
        </message>
        <message>
            <source>Strikethrough</source>
            <translation>删除线</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>代码</translation>
        </message>
        <message>
            <source>Reply buttons</source>
            <translation>回复按钮</translation>
        </message>
        <message>
            <source>List to choose from</source>
            <translation>选项列表</translation>
        </message>
        <message>
            <source>Button with a link</source>
            <translation>链接按钮</translation>
        </message>
        <message>
            <source>Ask for the location</source>
            <translation>请求位置</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>Emoji (%1)</source>
            <comment>its key</comment>
            <translation>表情（%1）</translation>
        </message>
        <message>
            <source>Attach files (%1); or drop or paste them</source>
            <comment>its key</comment>
            <translation>添加附件（%1），也可拖入或粘贴</translation>
        </message>
        <message>
            <source>Record a voice message (%1)</source>
            <comment>its key</comment>
            <translation>录制语音（%1）</translation>
        </message>
        <message>
            <source>Template (%1)</source>
            <comment>its key</comment>
            <translation>模板消息（%1）</translation>
        </message>
        <message>
            <source>Send later (%1)</source>
            <comment>its key</comment>
            <translation>定时发送（%1）</translation>
        </message>
    </context>
    <context>
        <name>Tandem::ConditionEditor</name>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Assigned to</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>团队</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>号码</translation>
        </message>
        <message>
            <source>Unread</source>
            <translation>未读</translation>
        </message>
        <message>
            <source>Customer waiting</source>
            <translation>客户在等待</translation>
        </message>
        <message>
            <source>Answered on the phone</source>
            <translation>已在手机上回复</translation>
        </message>
        <message>
            <source>Reply window closes within</source>
            <translation>回复窗口将关闭于</translation>
        </message>
        <message>
            <source>Quiet for</source>
            <translation>无动静已有</translation>
        </message>
        <message>
            <source>A message failed</source>
            <translation>有消息发送失败</translation>
        </message>
        <message>
            <source>Blocked</source>
            <translation>已拉黑</translation>
        </message>
        <message>
            <source>Name contains</source>
            <translation>名称包含</translation>
        </message>
        <message>
            <source>A note names me</source>
            <translation>备注中提到我</translation>
        </message>
        <message>
            <source>All of these</source>
            <translation>满足全部</translation>
        </message>
        <message>
            <source>Any of these</source>
            <translation>满足任一</translation>
        </message>
        <message>
            <source>None of these</source>
            <translation>全不满足</translation>
        </message>
        <message>
            <source>Remove this group</source>
            <translation>移除此组</translation>
        </message>
        <message>
            <source>Condition</source>
            <translation>条件</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>条件组</translation>
        </message>
        <message>
            <source>is</source>
            <translation>是</translation>
        </message>
        <message>
            <source>is not</source>
            <translation>不是</translation>
        </message>
        <message>
            <source>Is or is not</source>
            <translation>是或不是</translation>
        </message>
        <message>
            <source>Remove this condition</source>
            <translation>移除此条件</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Pending</source>
            <translation>等待中</translation>
        </message>
        <message>
            <source>Snoozed</source>
            <translation>稍后处理</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已关闭</translation>
        </message>
        <message>
            <source>me</source>
            <translation>我</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>无人</translation>
        </message>
        <message>
            <source>one of mine</source>
            <translation>我的团队之一</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source> hours</source>
            <comment>after a number</comment>
            <translation> 小时</translation>
        </message>
    </context>
    <context>
        <name>Tandem::ConfirmSheet</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>Tandem::ConnectPage</name>
        <message>
            <source>Connecting</source>
            <translation>正在连接</translation>
        </message>
        <message>
            <source>The phone's part is done. Tandem now takes over the link; this lasts some seconds.</source>
            <translation>手机端的步骤已完成。Tandem 正在完成绑定，只需几秒。</translation>
        </message>
        <message>
            <source>Taking the code (good for 30 seconds)</source>
            <translation>获取授权码（30 秒内有效）</translation>
        </message>
        <message>
            <source>Reading the account and its numbers</source>
            <translation>读取账号及其号码</translation>
        </message>
        <message>
            <source>Subscribing to its messages</source>
            <translation>订阅消息</translation>
        </message>
        <message>
            <source>Checking that phone and Tandem share the number</source>
            <translation>确认手机与 Tandem 共用此号码</translation>
        </message>
        <message>
            <source>Which number do you want to link?</source>
            <translation>要绑定哪个号码？</translation>
        </message>
        <message>
            <source>not in the WhatsApp Business app</source>
            <translation>不在 WhatsApp Business 应用中</translation>
        </message>
        <message>
            <source>Link this number</source>
            <translation>绑定此号码</translation>
        </message>
    </context>
    <context>
        <name>Tandem::ContactPanel</name>
        <message>
            <source>Calls themself %1</source>
            <translation>自称 %1</translation>
        </message>
        <message>
            <source>Phone number</source>
            <translation>手机号码</translation>
        </message>
        <message>
            <source>Username</source>
            <translation>用户名</translation>
        </message>
        <message>
            <source>Business-scoped user id</source>
            <translation>商家范围用户 ID</translation>
        </message>
        <message>
            <source>Identity</source>
            <translation>身份标识</translation>
        </message>
        <message>
            <source>In the phone’s contacts</source>
            <translation>手机通讯录中的姓名</translation>
        </message>
        <message>
            <source>%1 in the phone’s contact book</source>
            <translation>手机通讯录：%1</translation>
        </message>
        <message>
            <source>via %1</source>
            <translation>通过 %1</translation>
        </message>
        <message>
            <source>Number shared with the WhatsApp Business app</source>
            <translation>与 WhatsApp Business 应用共用的号码</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>号码</translation>
        </message>
        <message>
            <source>First contact %1</source>
            <translation>首次联系：%1</translation>
        </message>
        <message>
            <source>Messages since %1.</source>
            <translation>消息始于 %1。</translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s)</source>
            <translation>
                <numerusform>%n 张图片</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n video(s)</source>
            <translation>
                <numerusform>%n 个视频</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n recording(s)</source>
            <translation>
                <numerusform>%n 段录音</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n 个文档</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n older than 14 days, on the phone</source>
            <translation>
                <numerusform>%n 个超过 14 天，仅在手机上</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing shared yet</source>
            <translation>暂无共享内容</translation>
        </message>
        <message>
            <source>Newest: %1</source>
            <translation>最近：%1</translation>
        </message>
        <message>
            <source>Hide the contact</source>
            <translation>隐藏联系人</translation>
        </message>
        <message>
            <source>About</source>
            <translation>资料</translation>
        </message>
        <message>
            <source>Shared media</source>
            <translation>共享的媒体</translation>
        </message>
        <message>
            <source>Show fewer</source>
            <translation>收起</translation>
        </message>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>再显示 %n 项</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::ConversationActions</name>
        <message>
            <source>That could not be saved. %1</source>
            <translation>无法保存。%1</translation>
        </message>
        <message>
            <source>Closed: %1</source>
            <translation>已关闭：%1</translation>
        </message>
        <message>
            <source>Opened again: %1</source>
            <translation>已重新打开：%1</translation>
        </message>
        <message>
            <source>Marked as unread: %1</source>
            <translation>已标为未读：%1</translation>
        </message>
        <message>
            <source>Marked as read: %1</source>
            <translation>已标为已读：%1</translation>
        </message>
    </context>
    <context>
        <name>Tandem::ConversationHeader</name>
        <message>
            <source>Free replies are possible for 24 hours after the customer’s last message, here until %1. After that a template is needed; a reply typed on the phone stays possible.</source>
            <translation>客户上一条消息后的 24 小时内可自由回复，此会话截至 %1。之后需使用模板消息，在手机上仍可直接回复。</translation>
        </message>
        <message>
            <source>The reply window opens when the customer writes.</source>
            <translation>客户发来消息后，服务窗口才会开启。</translation>
        </message>
        <message>
            <source>%1 is also used in the WhatsApp Business app on a phone.</source>
            <translation>%1 同时也在手机的 WhatsApp Business 应用中使用。</translation>
        </message>
        <message>
            <source>This number</source>
            <translation>此号码</translation>
        </message>
        <message>
            <source>via %1</source>
            <translation>通过 %1</translation>
        </message>
        <message>
            <source>coexistence</source>
            <translation>共存</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Open this conversation again (E)</source>
            <translation>重新打开此会话（E）</translation>
        </message>
        <message>
            <source>Done with this conversation: close it and go on (E)</source>
            <translation>处理完毕：关闭此会话并转到下一个（E）</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系人</translation>
        </message>
    </context>
    <context>
        <name>Tandem::ConversationListModel</name>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n 条未读</numerusform>
            </translation>
        </message>
        <message>
            <source>closed</source>
            <translation>已关闭</translation>
        </message>
        <message>
            <source>number shared with the phone</source>
            <translation>与手机共用的号码</translation>
        </message>
        <message>
            <source>blocked</source>
            <translation>已拉黑</translation>
        </message>
    </context>
    <context>
        <name>Tandem::ConversationPane</name>
        <message>
            <source>Choose a conversation</source>
            <translation>选择一个会话</translation>
        </message>
        <message>
            <source>J and K go up and down the list. Press ? for all keys.</source>
            <translation>按 J 和 K 在列表中上下移动，按 ? 查看全部按键。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::CustomerActions</name>
        <message>
            <source>WhatsApp has given no address for this customer yet, so it cannot be told whom to block.</source>
            <translation>WhatsApp 还没有给出这位客户的地址，因此无法告诉它要拉黑谁。</translation>
        </message>
        <message>
            <source>Blocking %1…</source>
            <translation>正在拉黑 %1…</translation>
        </message>
        <message>
            <source>Unblocking %1…</source>
            <translation>正在解除拉黑 %1…</translation>
        </message>
        <message>
            <source>A customer</source>
            <translation>一位客户</translation>
        </message>
        <message>
            <source>%1 could not be blocked. %2</source>
            <translation>无法拉黑 %1。%2</translation>
        </message>
        <message>
            <source>%1 could not be unblocked. %2</source>
            <translation>无法解除拉黑 %1。%2</translation>
        </message>
        <message>
            <source>Merged: %1</source>
            <translation>已合并：%1</translation>
        </message>
        <message>
            <source>Taken apart again</source>
            <translation>已重新拆分</translation>
        </message>
    </context>
    <context>
        <name>Tandem::CustomerCare</name>
        <message>
            <source>Blocked since %1. They can neither write to this number nor call it.</source>
            <translation>自 %1 起已拉黑。对方无法给此号码发消息，也无法拨打电话。</translation>
        </message>
        <message>
            <source>Blocked. They can neither write to this number nor call it.</source>
            <translation>已拉黑。对方无法给此号码发消息，也无法拨打电话。</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translation>解除拉黑</translation>
        </message>
        <message>
            <source>Block…</source>
            <translation>拉黑…</translation>
        </message>
        <message>
            <source>WhatsApp lets a business block somebody only within 24 hours of their last message.</source>
            <translation>WhatsApp 只允许企业在对方最后一条消息后的 24 小时内将其拉黑。</translation>
        </message>
        <message>
            <source>Take apart again</source>
            <translation>重新拆分</translation>
        </message>
        <message>
            <source>This contact was merged by hand from several.</source>
            <translation>此联系人由多个联系人手动合并而成。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::DesktopApplication</name>
        <message>
            <source>Preparing the practice workspace…</source>
            <translation>正在准备练习工作区…</translation>
        </message>
        <message>
            <source>Storing the values…</source>
            <translation>正在保存设置…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>The database is damaged</source>
            <translation>数据库已损坏</translation>
        </message>
        <message>
            <source>Nothing was changed in it. You can put a copy of yours in its place and try again, or set the damaged files aside in a folder of their own and begin with an empty inbox.</source>
            <translation>其中的数据未做任何更改。你可以用自己的备份替换后重试，也可以将损坏的文件移到单独的文件夹，从空收件箱重新开始。</translation>
        </message>
        <message>
            <source>Set it aside and begin anew</source>
            <translation>移走并重新开始</translation>
        </message>
        <message>
            <source>The database cannot be written</source>
            <translation>无法写入数据库</translation>
        </message>
        <message>
            <source>The file or its folder is read-only for you. Give yourself the right to write to it, then try again.</source>
            <translation>你对该文件或其文件夹只有只读权限。请为自己添加写入权限，然后重试。</translation>
        </message>
        <message>
            <source>This data belongs to a newer Tandem</source>
            <translation>数据来自更新版本的 Tandem</translation>
        </message>
        <message>
            <source>A newer version has worked with this profile. Install that version; this one leaves the data untouched.</source>
            <translation>此用户配置已被更新的版本使用过。请安装该版本；当前版本不会改动数据。</translation>
        </message>
        <message>
            <source>Another program has this data open</source>
            <translation>数据正被其他程序使用</translation>
        </message>
        <message>
            <source>Another Tandem, or a gateway, works with this profile. Close it, then try again.</source>
            <translation>另一个 Tandem 或网关正在使用此用户配置。请将其关闭后重试。</translation>
        </message>
        <message>
            <source>The data could not be opened</source>
            <translation>无法打开数据</translation>
        </message>
        <message>
            <source>Open without sending and receiving</source>
            <translation>打开但不收发消息</translation>
        </message>
        <message>
            <source>The port is in use</source>
            <translation>端口已被占用</translation>
        </message>
        <message>
            <source>Use another port</source>
            <translation>使用其他端口</translation>
        </message>
        <message>
            <source>With another port, the tunnel or proxy has to be pointed at it as well.</source>
            <translation>更换端口后，隧道或代理也需要指向新端口。</translation>
        </message>
        <message>
            <source>The system's keyring does not answer</source>
            <translation>系统钥匙串没有响应</translation>
        </message>
        <message>
            <source>Tandem keeps the app secret and the access keys in the keyring only. On Linux, install and unlock GNOME Keyring or KWallet.</source>
            <translation>Tandem 只将应用密钥和访问密钥保存在系统钥匙串中。在 Linux 上，请安装并解锁 GNOME Keyring 或 KWallet。</translation>
        </message>
        <message>
            <source>The app secret is not in the keyring</source>
            <translation>系统钥匙串中没有应用密钥</translation>
        </message>
        <message>
            <source>It was stored there when this workspace was made, and is gone. Open the inbox, then type it again under Settings, Workspace.</source>
            <translation>应用密钥在创建此工作区时已保存，但现在找不到了。请打开收件箱，在“设置 → 工作区”中重新输入。</translation>
        </message>
        <message>
            <source>The practice workspace could not start</source>
            <translation>练习工作区无法启动</translation>
        </message>
        <message>
            <source>The gateway could not start</source>
            <translation>网关无法启动</translation>
        </message>
        <message>
            <source>Connecting to your team…</source>
            <translation>正在连接您的团队…</translation>
        </message>
        <message>
            <source>Connecting to %1…</source>
            <translation>正在连接 %1…</translation>
        </message>
        <message>
            <source>The connection works: server, certificate, login and workspace are right.</source>
            <translation>连接正常：服务器、证书、登录名和工作区都没有问题。</translation>
        </message>
        <message>
            <source>Type login and password again</source>
            <translation>重新输入登录名和密码</translation>
        </message>
        <message>
            <source>The team’s server can’t be reached</source>
            <translation>无法连接团队服务器</translation>
        </message>
        <message>
            <source>Tandem tries again by itself every ten seconds.</source>
            <translation>Tandem 每十秒自动重试一次。</translation>
        </message>
        <message>
            <source>The team uses a newer Tandem</source>
            <translation>团队使用的 Tandem 版本更新</translation>
        </message>
        <message>
            <source>The team uses an older Tandem</source>
            <translation>团队使用的 Tandem 版本较旧</translation>
        </message>
        <message>
            <source>The team’s server does not let you in</source>
            <translation>团队服务器拒绝您登录</translation>
        </message>
        <message>
            <source>The team’s workspace could not be opened</source>
            <translation>无法打开团队工作区</translation>
        </message>
        <message>
            <source>%1 on %2</source>
            <translation>%2 上的 %1</translation>
        </message>
        <message>
            <source>A new invitation to this team</source>
            <translation>这个团队的新邀请</translation>
        </message>
        <message>
            <source>This invitation leads to another team</source>
            <translation>此邀请通向另一个团队</translation>
        </message>
        <message>
            <source>You have joined this team already. Use the new invitation when your administrator has told you that the server’s certificate is another one now.</source>
            <translation>您已加入该团队。只有当管理员告知您服务器证书已更换时，才使用新邀请。</translation>
        </message>
        <message>
            <source>You have joined %1 here; the invitation is for %2. What is kept here of the first team goes when you use it.</source>
            <translation>您在这里已加入 %1；此邀请是给 %2 的。使用它后，这里保存的前一个团队的内容将被清除。</translation>
        </message>
        <message>
            <source>Use the new invitation</source>
            <translation>使用新邀请</translation>
        </message>
        <message>
            <source>Open my team</source>
            <translation>打开我的团队</translation>
        </message>
        <message>
            <source>Leaving the team…</source>
            <translation>正在退出团队…</translation>
        </message>
    </context>
    <context>
        <name>Tandem::DesktopControl</name>
        <message>
            <source>It does not listen.</source>
            <translation>未在监听。</translation>
        </message>
        <message>
            <source>Practice workspace</source>
            <translation>练习工作区</translation>
        </message>
        <message>
            <source>A pretended platform, phone and customers on this computer. Nothing leaves it.</source>
            <translation>在这台电脑上模拟的平台、手机和客户，不会向外发送任何内容。</translation>
        </message>
        <message>
            <source>A file of this profile that only you may read. These secrets are made up, so practising needs no keyring; those of a Meta app go to the system's keyring.</source>
            <translation>此用户配置中只有你能读取的文件。练习用的密钥都是虚构的，因此不需要系统钥匙串；Meta 应用的密钥会保存到系统钥匙串。</translation>
        </message>
        <message>
            <source>The practice phone</source>
            <translation>练习手机</translation>
        </message>
        <message>
            <source>Scan the code and type on the owner's phone here.</source>
            <translation>在这里用店主的手机扫码和输入。</translation>
        </message>
        <message>
            <source>The practice customers</source>
            <translation>练习客户</translation>
        </message>
        <message>
            <source>Write to the shop as one of its customers.</source>
            <translation>以客户身份给店铺发消息。</translation>
        </message>
        <message>
            <source>Your Meta app</source>
            <translation>你的 Meta 应用</translation>
        </message>
        <message>
            <source>Real numbers and customers.</source>
            <translation>真实的号码和客户。</translation>
        </message>
        <message>
            <source>The system's keyring</source>
            <translation>系统钥匙串</translation>
        </message>
        <message>
            <source>The delivery came through %1 and was stored, %2 ms there and back.</source>
            <translation>投递已通过 %1 到达并保存，往返 %2 毫秒。</translation>
        </message>
        <message>
            <source>%1 answers, but refuses the signature: another program or another app secret is behind it.</source>
            <translation>%1 有响应，但拒绝了签名：其后端是其他程序，或使用了其他应用密钥。</translation>
        </message>
        <message>
            <source>%1 answered with status %2 instead of taking the delivery.</source>
            <translation>%1 没有接收投递，返回了状态码 %2。</translation>
        </message>
        <message>
            <source>Nothing came back from %1. Check the tunnel or proxy, and that the address is right.</source>
            <translation>%1 没有响应。请检查隧道或代理，并确认地址无误。</translation>
        </message>
        <message>
            <source>Team’s workspace</source>
            <translation>团队工作区</translation>
        </message>
        <message>
            <source>%1 on %2, as %3. Messages are taken and sent by the team's gateway.</source>
            <translation>%2 上的 %1，身份 %3。消息由团队的网关接收和发送。</translation>
        </message>
        <message>
            <source>The system's keyring (your password)</source>
            <translation>系统密钥环（您的密码）</translation>
        </message>
    </context>
    <context>
        <name>Tandem::DesktopOptions</name>
        <message>
            <source>Shared inbox for WhatsApp numbers that also live on a phone</source>
            <translation>共享收件箱，用于同时在手机上使用的 WhatsApp 号码</translation>
        </message>
        <message>
            <source>Data and settings to use; “practice” opens the practice workspace at once.</source>
            <translation>要使用的数据和设置；填“practice”可直接打开练习工作区。</translation>
        </message>
        <message>
            <source>Walk through the program by itself, with screenshots in this folder.</source>
            <translation>自动演示整个程序，并将截图保存到此文件夹。</translation>
        </message>
        <message>
            <source>Language of this run: en or zh_CN.</source>
            <translation>本次运行的语言：en 或 zh_CN。</translation>
        </message>
        <message>
            <source>Colours of this run: light, dark or system.</source>
            <translation>本次运行的配色：light、dark 或 system。</translation>
        </message>
        <message>
            <source>A team's invitation to open: a file or a tandem:// link.</source>
            <translation>要打开的团队邀请：文件或 tandem:// 链接。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::DiagnosticsSection</name>
        <message>
            <source>Copied. It holds no secrets, names or messages.</source>
            <translation>已复制。其中不含密钥、姓名或消息。</translation>
        </message>
        <message>
            <source>Diagnostics</source>
            <translation>诊断</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Deliveries not understood</source>
            <translation>已隔离的投递</translation>
        </message>
        <message>
            <source>They are kept whole and can be tried again, for example after an update.</source>
            <translation>内容完整保留，可以重新处理，例如在更新之后。</translation>
        </message>
        <message>
            <source>Try them again</source>
            <translation>重新处理</translation>
        </message>
        <message>
            <source>Copy diagnostics</source>
            <translation>复制诊断信息</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>%1 or more</source>
            <translation>%1 个或更多</translation>
        </message>
        <message numerus="yes">
            <source>%n delivery(s) are tried again.</source>
            <translation>
                <numerusform>正在重新处理 %n 个投递。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::DiskColumn</name>
        <message>
            <source>On this computer’s disk</source>
            <translation>占用本机磁盘</translation>
        </message>
        <message>
            <source>Pictures, videos, recordings and files</source>
            <translation>图片、视频、语音和文件</translation>
        </message>
        <message>
            <source>Space they take</source>
            <translation>占用空间</translation>
        </message>
        <message>
            <source>Free space…</source>
            <translation>释放空间…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Which files</source>
            <translation>哪些文件</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>全部文件</translation>
        </message>
        <message numerus="yes">
            <source>Files older than %n days</source>
            <translation>
                <numerusform>%n 天以前的文件</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 in %2 files will be deleted from this computer.</source>
            <translation>将从本机删除 %2 个文件，共 %1。</translation>
        </message>
        <message>
            <source>Up to %1 in %2 files will be deleted from this computer.</source>
            <translation>将从本机删除最多 %2 个文件，共 %1。</translation>
        </message>
        <message>
            <source>All texts stay. The files cannot be fetched again; those on the phone are not touched.</source>
            <translation>所有文字都会保留。这些文件无法重新下载；手机上的文件不受影响。</translation>
        </message>
        <message>
            <source>Delete %1</source>
            <translation>删除 %1</translation>
        </message>
        <message>
            <source>Delete up to %1</source>
            <translation>删除最多 %1</translation>
        </message>
        <message>
            <source>%1 are free now.</source>
            <translation>已释放 %1。</translation>
        </message>
        <message>
            <source>No space could be freed: there was nothing that old, or it is still needed.</source>
            <translation>没有可释放的空间：没有这么早的文件，或文件仍在使用。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::DonePage</name>
        <message>
            <source>coexistence</source>
            <translation>共存</translation>
        </message>
        <message>
            <source>The number works on the phone and here at once. Replies typed on the phone appear in the same conversations, marked with a phone.</source>
            <translation>此号码可同时在手机和 Tandem 中使用。手机上的回复会显示在同一会话中，并带有手机标记。</translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) of the last six months are here.</source>
            <translation>
                <numerusform>已同步最近六个月的 %n 条消息。</numerusform>
            </translation>
        </message>
        <message>
            <source>Open the inbox</source>
            <translation>打开收件箱</translation>
        </message>
    </context>
    <context>
        <name>Tandem::EmojiPopup</name>
        <message>
            <source>Emoji</source>
            <translation>表情</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>最近使用</translation>
        </message>
        <message>
            <source>Faces</source>
            <translation>表情</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人物</translation>
        </message>
        <message>
            <source>Animals and nature</source>
            <translation>动物与自然</translation>
        </message>
        <message>
            <source>Food and drink</source>
            <translation>食物与饮料</translation>
        </message>
        <message>
            <source>Travel and places</source>
            <translation>旅行与地点</translation>
        </message>
        <message>
            <source>Activities</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Objects</source>
            <translation>物品</translation>
        </message>
        <message>
            <source>Symbols</source>
            <translation>符号</translation>
        </message>
        <message>
            <source>Flags</source>
            <translation>旗帜</translation>
        </message>
        <message>
            <source>Search emoji</source>
            <translation>搜索表情</translation>
        </message>
        <message>
            <source>No skin tone</source>
            <translation>默认肤色</translation>
        </message>
        <message>
            <source>Skin tone %1</source>
            <translation>肤色 %1</translation>
        </message>
        <message>
            <source>No emoji found. Try another word, in English or Chinese.</source>
            <translation>没有找到表情，换个中文或英文词试试。</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>搜索结果</translation>
        </message>
    </context>
    <context>
        <name>Tandem::FactRow</name>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Copy %1</source>
            <translation>复制%1</translation>
        </message>
    </context>
    <context>
        <name>Tandem::FeatureTable</name>
        <message>
            <source>Feature</source>
            <translation>功能</translation>
        </message>
        <message>
            <source>In the app on the phone</source>
            <translation>手机应用中</translation>
        </message>
        <message>
            <source>In Tandem</source>
            <translation>Tandem 中</translation>
        </message>
    </context>
    <context>
        <name>Tandem::FileDrop</name>
        <message>
            <source>Drop to attach</source>
            <translation>松开即可添加为附件</translation>
        </message>
    </context>
    <context>
        <name>Tandem::FileLook</name>
        <message>
            <source>The picture could not be written.</source>
            <translation>图片无法写入。</translation>
        </message>
        <message>
            <source>The file is not there any more.</source>
            <translation>文件已不存在。</translation>
        </message>
        <message>
            <source>The file can't be read.</source>
            <translation>文件无法读取。</translation>
        </message>
        <message>
            <source>This picture can't be opened.</source>
            <translation>无法打开此图片。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::FilterBar</name>
        <message>
            <source>All numbers</source>
            <translation>所有号码</translation>
        </message>
        <message>
            <source>Unread</source>
            <translation>未读</translation>
        </message>
        <message>
            <source>Conversations with unread messages</source>
            <translation>有未读消息的会话</translation>
        </message>
        <message>
            <source>Waiting</source>
            <comment>customer waiting for an answer</comment>
            <translation>待回复</translation>
        </message>
        <message>
            <source>The customer wrote last and waits for an answer</source>
            <translation>客户最后发言，正在等待回复</translation>
        </message>
        <message>
            <source>Closing</source>
            <comment>reply window closing soon</comment>
            <translation>即将关闭</translation>
        </message>
        <message>
            <source>The 24-hour reply window closes within two hours</source>
            <translation>24 小时服务窗口将在两小时内关闭</translation>
        </message>
        <message>
            <source>On phone</source>
            <comment>answered on the phone</comment>
            <translation>手机回复</translation>
        </message>
        <message>
            <source>Last answered on the phone</source>
            <translation>最近一次回复来自手机</translation>
        </message>
        <message>
            <source>Number shown: %1</source>
            <translation>显示的号码：%1</translation>
        </message>
        <message>
            <source>Any label or none</source>
            <translation>不限标签</translation>
        </message>
        <message>
            <source>State shown: %1</source>
            <translation>显示的状态：%1</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Only with the label %1</source>
            <translation>仅显示标签 %1</translation>
        </message>
        <message>
            <source>Show one label only</source>
            <translation>只看某个标签</translation>
        </message>
    </context>
    <context>
        <name>Tandem::FindBar</name>
        <message>
            <source>%1 of %2</source>
            <translation>第 %1 条，共 %2 条</translation>
        </message>
        <message>
            <source>Not in this conversation</source>
            <translation>本会话中没有</translation>
        </message>
        <message>
            <source>Find in this conversation</source>
            <translation>在本会话中查找</translation>
        </message>
        <message>
            <source>Older match (Enter)</source>
            <translation>更早的匹配 (Enter)</translation>
        </message>
        <message>
            <source>Newer match (Shift+Enter)</source>
            <translation>更新的匹配 (Shift+Enter)</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭 (Esc)</translation>
        </message>
    </context>
    <context>
        <name>Tandem::FirstRunPage</name>
        <message>
            <source>One inbox for your phone and your desk</source>
            <translation>手机和电脑，共用一个收件箱</translation>
        </message>
        <message>
            <source>Link a number that you already use in the WhatsApp Business app. The app on the phone goes on as before.</source>
            <translation>绑定你已在 WhatsApp Business 应用中使用的号码，手机上的应用照常使用。</translation>
        </message>
        <message>
            <source>Answer here by day and on the phone by evening: both see every message.</source>
            <translation>白天在这里回复，晚上用手机回复，两边都能看到全部消息。</translation>
        </message>
        <message>
            <source>Contacts and up to six months of chats come along, if you allow it on the phone.</source>
            <translation>只要在手机上允许，联系人和最多六个月的历史消息会一并同步。</translation>
        </message>
        <message>
            <source>Tandem keeps to the limit that phone and desk share, so nothing is refused.</source>
            <translation>Tandem 会遵守手机和电脑共用的发送上限，避免消息被拒。</translation>
        </message>
        <message>
            <source>Link a number</source>
            <translation>绑定号码</translation>
        </message>
        <message>
            <source>It takes about five minutes. Have the phone at hand.</source>
            <translation>约需五分钟，请将手机放在手边。</translation>
        </message>
        <message>
            <source>No number is yours yet</source>
            <translation>您还没有号码</translation>
        </message>
        <message>
            <source>Ask your administrator to give you one, or to add you to a team that has one. Its conversations appear here by themselves.</source>
            <translation>请管理员给您分配一个号码，或将您加入有号码的团队。其会话会自动出现在这里。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::FirstRunWindow</name>
        <message>
            <source>Point the tunnel or proxy at http://127.0.0.1:%1 on this computer. In the app's dashboard, set the webhook to %2 with the same verify token, and add the address to the allowed domains of the JavaScript SDK. Before each linking Tandem checks all of it and says what is missing.</source>
            <translation>将隧道或代理指向这台电脑上的 http://127.0.0.1:%1。在应用控制台中，将 Webhook 设为 %2 并使用相同的验证令牌，再把该地址添加到 JavaScript SDK 的允许域名中。每次绑定前，Tandem 都会逐项检查并提示缺少什么。</translation>
        </message>
        <message>
            <source>Welcome to Tandem</source>
            <translation>欢迎使用 Tandem</translation>
        </message>
        <message>
            <source>One inbox for WhatsApp numbers that also live on a phone.</source>
            <translation>为同时在手机上使用的 WhatsApp 号码打造的统一收件箱。</translation>
        </message>
        <message>
            <source>Practice workspace</source>
            <translation>练习工作区</translation>
        </message>
        <message>
            <source>Try everything with a pretended phone, a lively shop and its customers, all on this computer. No account is needed and nothing is sent anywhere.</source>
            <translation>用模拟的手机、热闹的店铺和客户体验全部功能，一切都在这台电脑上。无需账号，也不会向外发送任何内容。</translation>
        </message>
        <message>
            <source>Start practising</source>
            <translation>开始练习</translation>
        </message>
        <message>
            <source>Connect my Meta app</source>
            <translation>连接我的 Meta 应用</translation>
        </message>
        <message>
            <source>Work with real numbers. You need a Meta app with WhatsApp embedded sign-up, and an HTTPS address that leads to this computer.</source>
            <translation>使用真实的号码。你需要一个开通了 WhatsApp 嵌入式注册的 Meta 应用，以及一个通向这台电脑的 HTTPS 地址。</translation>
        </message>
        <message>
            <source>Connect…</source>
            <translation>连接…</translation>
        </message>
        <message>
            <source>These values come from your app's dashboard at developers.facebook.com. The app secret and the verify token are kept in the system's keyring, never in a file.</source>
            <translation>这些值来自 developers.facebook.com 上的应用控制台。应用密钥和验证令牌保存在系统钥匙串中，不会写入文件。</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Save and open</source>
            <translation>保存并打开</translation>
        </message>
        <message>
            <source>Join a team</source>
            <translation>加入团队</translation>
        </message>
        <message>
            <source>Answer together with colleagues: your administrator has a server and an invitation for you. Nothing else is needed on this computer.</source>
            <translation>与同事一起回复：您的管理员已备好服务器和给您的邀请。这台电脑上不需要其他东西。</translation>
        </message>
        <message>
            <source>Join…</source>
            <translation>加入…</translation>
        </message>
    </context>
    <context>
        <name>Tandem::ForwardSheet</name>
        <message>
            <source>, </source>
            <comment>between names</comment>
            <translation>、</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 等另外 %n 个</numerusform>
            </translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>转发</translation>
        </message>
        <message numerus="yes">
            <source>%n messages</source>
            <translation>
                <numerusform>%n 条消息</numerusform>
            </translation>
        </message>
        <message>
            <source>Search a conversation</source>
            <translation>搜索会话</translation>
        </message>
        <message>
            <source>Conversations</source>
            <translation>会话</translation>
        </message>
    </context>
    <context>
        <name>Tandem::Forwarder</name>
        <message>
            <source>It was deleted by its author.</source>
            <translation>该消息已被发送者删除。</translation>
        </message>
        <message>
            <source>Agent</source>
            <comment>signature of replies while no name is set</comment>
            <translation>客服</translation>
        </message>
        <message numerus="yes">
            <source>Forwarded to %n conversation(s).</source>
            <translation>
                <numerusform>已转发到 %n 个会话。</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing was forwarded.</source>
            <translation>没有转发任何消息。</translation>
        </message>
        <message>
            <source>%1 is answering %2.</source>
            <translation>%1 正在回复 %2。</translation>
        </message>
        <message>
            <source>Forward nevertheless?</source>
            <translation>仍要转发吗？</translation>
        </message>
    </context>
    <context>
        <name>Tandem::GuardedPage</name>
        <message>
            <source>The certificate of %1 is not valid, so the page was not opened.</source>
            <translation>%1 的证书无效，因此未打开该页面。</translation>
        </message>
        <message>
            <source>The page stopped working.</source>
            <translation>页面已停止工作。</translation>
        </message>
        <message>
            <source>%1 did not answer. Check the network and try again.</source>
            <translation>%1 没有响应。请检查网络后重试。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::HeaderTools</name>
        <message>
            <source>Me</source>
            <translation>我</translation>
        </message>
        <message>
            <source>Assigned to me (A)</source>
            <translation>由我负责（A）</translation>
        </message>
        <message>
            <source>Assign to somebody (A)</source>
            <translation>分配给某人（A）</translation>
        </message>
        <message>
            <source>Assigned to %1 (A)</source>
            <translation>由 %1 负责（A）</translation>
        </message>
        <message>
            <source>Labels (L)</source>
            <translation>标签（L）</translation>
        </message>
        <message>
            <source>Snoozed until %1 (H)</source>
            <translation>稍后处理，直到 %1（H）</translation>
        </message>
        <message>
            <source>Pending (H)</source>
            <translation>等待中（H）</translation>
        </message>
        <message>
            <source>Snooze (H)</source>
            <translation>稍后处理（H）</translation>
        </message>
    </context>
    <context>
        <name>Tandem::HistoryColumn</name>
        <message>
            <source>%1 % · %2</source>
            <translation>%1% · %2</translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%n 条消息</numerusform>
            </translation>
        </message>
        <message>
            <source>no messages</source>
            <translation>没有消息</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1%</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>等待中</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) fetched</source>
            <translation>
                <numerusform>已获取 %n 个文件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n older than 14 days stay(s) on the phone</source>
            <translation>
                <numerusform>%n 个超过 14 天，仅保留在手机上</numerusform>
            </translation>
        </message>
        <message>
            <source>Media: %1</source>
            <translation>媒体：%1</translation>
        </message>
    </context>
    <context>
        <name>Tandem::HoverBar</name>
        <message>
            <source>React</source>
            <translation>回应</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>回复</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>转发</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
    </context>
    <context>
        <name>Tandem::InboxList</name>
        <message>
            <source>The list could not be read</source>
            <translation>无法读取列表</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>All read</source>
            <translation>全部已读</translation>
        </message>
        <message>
            <source>Nobody is waiting</source>
            <translation>没有待回复的客户</translation>
        </message>
        <message>
            <source>New messages show up here by themselves.</source>
            <translation>新消息会自动显示在这里。</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>Nothing fits these filters</source>
            <translation>没有符合筛选条件的会话</translation>
        </message>
        <message>
            <source>Nothing closed yet</source>
            <translation>还没有已关闭的会话</translation>
        </message>
        <message>
            <source>Press E in a conversation that is done. It opens again when the customer writes.</source>
            <translation>会话处理完毕后按 E 关闭。客户再次发来消息时会重新打开。</translation>
        </message>
        <message>
            <source>No open conversations</source>
            <translation>没有进行中的会话</translation>
        </message>
        <message>
            <source>They appear here as soon as a customer writes or history arrives from the phone.</source>
            <translation>客户发来消息或手机历史消息到达后，会显示在这里。</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>回复</translation>
        </message>
        <message>
            <source>Mark as read</source>
            <translation>标为已读</translation>
        </message>
        <message>
            <source>Mark as unread</source>
            <translation>标为未读</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <source>Conversations</source>
            <translation>会话</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translation>解除拉黑</translation>
        </message>
        <message>
            <source>Block…</source>
            <translation>拉黑…</translation>
        </message>
        <message>
            <source>Block (only within 24 hours of their last message)</source>
            <translation>拉黑（仅限对方最后一条消息后的 24 小时内）</translation>
        </message>
        <message>
            <source>New conversation (C)</source>
            <translation>新会话 (C)</translation>
        </message>
        <message>
            <source>Nothing in this view</source>
            <translation>此视图中没有会话</translation>
        </message>
        <message>
            <source>What fits it shows up here by itself.</source>
            <translation>符合条件的会话会自动出现在这里。</translation>
        </message>
        <message>
            <source>Nothing is yours to answer</source>
            <translation>没有需要您回复的会话</translation>
        </message>
        <message>
            <source>Everything has somebody</source>
            <translation>每个会话都有人负责</translation>
        </message>
        <message>
            <source>New conversations that no rule gives away appear here.</source>
            <translation>没有规则分配的新会话会出现在这里。</translation>
        </message>
        <message>
            <source>Nothing is snoozed</source>
            <translation>没有稍后处理的会话</translation>
        </message>
        <message>
            <source>Press H in a conversation to have it back later.</source>
            <translation>在会话中按 H，让它稍后再出现。</translation>
        </message>
        <message>
            <source>Nothing is pending</source>
            <translation>没有等待中的会话</translation>
        </message>
        <message>
            <source>Pending is for what waits on somebody else. Press H in a conversation.</source>
            <translation>“等待中”用于要等别人处理的会话。在会话中按 H。</translation>
        </message>
        <message>
            <source>Assign…</source>
            <translation>分配…</translation>
        </message>
        <message>
            <source>Labels…</source>
            <translation>标签…</translation>
        </message>
        <message>
            <source>Snooze…</source>
            <translation>稍后处理…</translation>
        </message>
        <message>
            <source>Take one from Unassigned: press M in it.</source>
            <translation>从“未分配”中领取一个：在会话中按 M。</translation>
        </message>
        <message>
            <source>Show unassigned (%1)</source>
            <translation>查看未分配（%1）</translation>
        </message>
    </context>
    <context>
        <name>Tandem::InboxPage</name>
        <message>
            <source>%1 is no longer here: it was joined with another conversation, or its number is not yours any more.</source>
            <translation>“%1”已不在这里：它已与另一个会话合并，或其号码不再分配给您。</translation>
        </message>
        <message>
            <source>Your unsent reply is kept.</source>
            <translation>您未发送的回复已保留。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::InteractiveDraft</name>
        <message>
            <source>Write a text on each button.</source>
            <translation>请填写每个按钮的文字。</translation>
        </message>
        <message>
            <source>Two buttons say the same.</source>
            <translation>有两个按钮的文字相同。</translation>
        </message>
        <message>
            <source>Add a button.</source>
            <translation>请添加一个按钮。</translation>
        </message>
        <message>
            <source>Name the button that opens the list.</source>
            <translation>请填写打开列表的按钮文字。</translation>
        </message>
        <message>
            <source>With several sections each needs a title.</source>
            <translation>有多个分组时，每组都需要标题。</translation>
        </message>
        <message>
            <source>Add a choice to each section.</source>
            <translation>请为每个分组添加选项。</translation>
        </message>
        <message>
            <source>Name each choice.</source>
            <translation>请填写每个选项的名称。</translation>
        </message>
        <message>
            <source>Add a choice.</source>
            <translation>请添加一个选项。</translation>
        </message>
        <message>
            <source>At most %1 choices fit into a list.</source>
            <translation>列表最多容纳 %1 个选项。</translation>
        </message>
        <message>
            <source>Write a text on the button.</source>
            <translation>请填写按钮文字。</translation>
        </message>
        <message>
            <source>Write the whole address, with https://.</source>
            <translation>请填写完整的网址，以 https:// 开头。</translation>
        </message>
        <message>
            <source>Write the message.</source>
            <translation>请填写消息内容。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::Invite</name>
        <message>
            <source>This link is not an invitation to a team.</source>
            <translation>此链接不是团队邀请。</translation>
        </message>
        <message>
            <source>This is not an invitation to a team.</source>
            <translation>这不是团队邀请。</translation>
        </message>
        <message>
            <source>This invitation was made by a newer Tandem. Install that version, then open it again.</source>
            <translation>此邀请由更新版本的 Tandem 生成。请安装该版本后再打开。</translation>
        </message>
        <message>
            <source>The server’s name is missing or is none, as in inbox.example.com.</source>
            <translation>缺少服务器名称或名称无效，例如 inbox.example.com。</translation>
        </message>
        <message>
            <source>The port is a number from 1 to 65535.</source>
            <translation>端口是 1 到 65535 之间的数字。</translation>
        </message>
        <message>
            <source>The database’s name has letters, digits and _.</source>
            <translation>数据库名称由字母、数字和 _ 组成。</translation>
        </message>
        <message>
            <source>The login has small letters, digits, “_”, “.” and “-”, and begins with a letter.</source>
            <translation>登录名由小写字母、数字、“_”“.”“-”组成，并以字母开头。</translation>
        </message>
        <message>
            <source>The certificate in the invitation cannot be read.</source>
            <translation>无法读取邀请中的证书。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::JoinForm</name>
        <message>
            <source>The invitation is read. Type your password.</source>
            <translation>已读取邀请。请输入密码。</translation>
        </message>
        <message>
            <source>Open an invitation</source>
            <translation>打开邀请</translation>
        </message>
        <message>
            <source>Invitations (*.tandem-invite)</source>
            <translation>邀请 (*.tandem-invite)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>The file cannot be read: %1</source>
            <translation>无法读取文件：%1</translation>
        </message>
        <message>
            <source>Your administrator has made an invitation for you: open the file or paste the link, and type the password that they told you. Without an invitation, ask for these values.</source>
            <translation>管理员为您生成了邀请：打开文件或粘贴链接，再输入对方告诉您的密码。没有邀请时，请向管理员索取这些内容。</translation>
        </message>
        <message>
            <source>Open an invitation…</source>
            <translation>打开邀请…</translation>
        </message>
        <message>
            <source>or paste the link: tandem://join?…</source>
            <translation>或粘贴链接：tandem://join?…</translation>
        </message>
        <message>
            <source>Link of the invitation</source>
            <translation>邀请链接</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>服务器</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>端口</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>数据库</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>登录名</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>It is kept in the system's keyring, never in a file.</source>
            <translation>它保存在系统密钥环中，绝不写入文件。</translation>
        </message>
        <message>
            <source>The server's certificate is checked against those that this computer trusts.</source>
            <translation>将用本机信任的证书核对服务器证书。</translation>
        </message>
        <message>
            <source>The server's certificate is checked against the one in the invitation.</source>
            <translation>将用邀请中的证书核对服务器证书。</translation>
        </message>
        <message>
            <source>Test the connection</source>
            <translation>测试连接</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>加入</translation>
        </message>
    </context>
    <context>
        <name>Tandem::KeyboardSection</name>
        <message>
            <source>Keyboard</source>
            <translation>键盘</translation>
        </message>
    </context>
    <context>
        <name>Tandem::LabelChip</name>
        <message>
            <source>Take the label “%1” off</source>
            <translation>去掉标签“%1”</translation>
        </message>
        <message>
            <source>Label %1</source>
            <translation>标签 %1</translation>
        </message>
    </context>
    <context>
        <name>Tandem::LabelPicker</name>
        <message>
            <source>Labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Find or create a label</source>
            <translation>查找或新建标签</translation>
        </message>
        <message>
            <source>No labels yet. Type a word and press Enter.</source>
            <translation>还没有标签。输入文字后按回车。</translation>
        </message>
        <message>
            <source>Enter puts a label on or takes it off. Esc closes.</source>
            <translation>回车添加或去掉标签，Esc 关闭。</translation>
        </message>
        <message>
            <source>Create “%1”</source>
            <translation>新建“%1”</translation>
        </message>
        <message>
            <source>Names, colours, merging…</source>
            <translation>名称、颜色、合并…</translation>
        </message>
        <message>
            <source>Find a label</source>
            <translation>查找标签</translation>
        </message>
        <message>
            <source>No labels yet. A lead can make some.</source>
            <translation>还没有标签。组长可以创建。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::LabelsSheet</name>
        <message>
            <source>No labels yet. Press L in a conversation and type a word.</source>
            <translation>还没有标签。在会话中按 L 并输入文字。</translation>
        </message>
        <message>
            <source>Another colour</source>
            <translation>换一种颜色</translation>
        </message>
        <message>
            <source>Colour of %1</source>
            <translation>%1 的颜色</translation>
        </message>
        <message>
            <source>Name of the label</source>
            <translation>标签名称</translation>
        </message>
        <message numerus="yes">
            <source>%n conversation(s)</source>
            <translation>
                <numerusform>%n 个会话</numerusform>
            </translation>
        </message>
        <message>
            <source>Merge or delete %1</source>
            <translation>合并或删除 %1</translation>
        </message>
        <message>
            <source>Merge into</source>
            <translation>合并到</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>删除…</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>标签</translation>
        </message>
    </context>
    <context>
        <name>Tandem::LaterPopup</name>
        <message>
            <source>Send then</source>
            <translation>届时发送</translation>
        </message>
        <message>
            <source>Send later</source>
            <translation>定时发送</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>This time is over.</source>
            <translation>此时间已过。</translation>
        </message>
        <message>
            <source>The reply window closes %1. Later only a template goes through.</source>
            <translation>回复窗口将于 %1 关闭，之后只能发送模板消息。</translation>
        </message>
        <message>
            <source>Goes %1.</source>
            <translation>将于 %1 发送。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::LaterTimes</name>
        <message>
            <source>In an hour, %1</source>
            <translation>一小时后，%1</translation>
        </message>
        <message>
            <source>This evening, %1</source>
            <translation>今晚，%1</translation>
        </message>
        <message>
            <source>Tomorrow morning, %1</source>
            <translation>明天上午，%1</translation>
        </message>
        <message>
            <source>Tomorrow afternoon, %1</source>
            <translation>明天下午，%1</translation>
        </message>
        <message>
            <source>Monday, %1</source>
            <translation>周一，%1</translation>
        </message>
    </context>
    <context>
        <name>Tandem::Lightbox</name>
        <message>
            <source>Pictures and videos of this conversation</source>
            <translation>此会话的图片和视频</translation>
        </message>
        <message>
            <source>Go to the message (G)</source>
            <translation>前往消息 (G)</translation>
        </message>
        <message>
            <source>Copy (Ctrl+C)</source>
            <translation>复制 (Ctrl+C)</translation>
        </message>
        <message>
            <source>Save a copy (Ctrl+S)</source>
            <translation>保存副本 (Ctrl+S)</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭 (Esc)</translation>
        </message>
        <message>
            <source>Previous (Left)</source>
            <translation>上一张 (←)</translation>
        </message>
        <message>
            <source>Next (Right)</source>
            <translation>下一张 (→)</translation>
        </message>
        <message>
            <source>From the customer</source>
            <translation>来自客户</translation>
        </message>
        <message>
            <source>%1 · %2 · %3 of %4</source>
            <translation>%1 · %2 · 第 %3 项，共 %4 项</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>正在加载…</translation>
        </message>
        <message>
            <source>This picture cannot be shown.</source>
            <translation>无法显示此图片。</translation>
        </message>
        <message>
            <source>This video cannot be shown here. Save a copy and open it with another program.</source>
            <translation>无法在此处播放此视频，请保存副本后用其他程序打开。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::LinkBrowser</name>
        <message>
            <source>The environment of this program opens the page to other programs (QTWEBENGINE_… variables), so it is not shown here.</source>
            <translation>当前环境会将此页面开放给其他程序（QTWEBENGINE_… 变量），因此不在此处显示。</translation>
        </message>
        <message>
            <source>The browser engine's sandbox is switched off in this environment, so the page is not shown here.</source>
            <translation>当前环境关闭了浏览器引擎的沙盒，因此不在此处显示页面。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::LinkBrowserLoader</name>
        <message>
            <source>The page cannot be shown inside this window.</source>
            <translation>无法在此窗口中显示页面。</translation>
        </message>
        <message>
            <source>Tandem runs as the system administrator here, and the page's sandbox does not work then. Open the page in your browser.</source>
            <translation>Tandem 正以系统管理员身份运行，页面沙盒无法工作。请在浏览器中打开页面。</translation>
        </message>
        <message>
            <source>The part of Tandem that shows web pages is not installed. Open the page in your browser.</source>
            <translation>未安装 Tandem 的网页显示组件。请在浏览器中打开页面。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::LinkInspection</name>
        <message>
            <source>The sign-up was finished for another app. Check the app id and the configuration id.</source>
            <translation>注册是为其他应用完成的。请检查应用 ID 和配置 ID。</translation>
        </message>
        <message>
            <source>The page was finished without the two permissions that Tandem needs.</source>
            <translation>完成注册页面时，没有授予 Tandem 所需的两项权限。</translation>
        </message>
        <message>
            <source>The permission was given for another business account than the one on the page.</source>
            <translation>授权的商业账号与页面上的不一致。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::LinkJob</name>
        <message>
            <source>The access key of this link is gone. Start again.</source>
            <translation>此次绑定的访问密钥已丢失，请重新开始。</translation>
        </message>
        <message>
            <source>The sign-up page was open for more than 30 minutes.</source>
            <translation>注册页面打开已超过 30 分钟。</translation>
        </message>
        <message>
            <source>The account that was chosen on the page holds no number.</source>
            <translation>在页面上选择的账号没有号码。</translation>
        </message>
        <message>
            <source>The public address is longer than the 200 characters that the platform takes.</source>
            <translation>公网地址超过了平台允许的 200 个字符。</translation>
        </message>
        <message>
            <source>The platform says that this number does not live in the WhatsApp Business app.</source>
            <translation>平台显示此号码未在 WhatsApp Business 应用中使用。</translation>
        </message>
        <message>
            <source>The number is linked. Whether the platform took the request for history is not known, and it may be made only once. Wait a while: if nothing arrives, unlink on the phone and link again.</source>
            <translation>号码已绑定，但无法确定平台是否收到了历史消息请求，而该请求只能发出一次。请稍等片刻；如果一直没有收到，请在手机上解绑后重新绑定。</translation>
        </message>
        <message>
            <source>The number is linked. Whether the platform took the request for contacts is not known, and it may be made only once. Names may be missing until customers write.</source>
            <translation>号码已绑定，但无法确定平台是否收到了联系人请求，而该请求只能发出一次。客户发来消息之前，可能不显示姓名。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::LinkPreparation</name>
        <message>
            <source>The Meta app is not set up yet: app id, configuration id, app secret and verify token are needed. Fill them in under Settings.</source>
            <translation>Meta 应用尚未配置完成：还需要应用 ID、配置 ID、应用密钥和验证令牌。请在“设置”中填写。</translation>
        </message>
        <message>
            <source>No public address is set.</source>
            <translation>未设置公网地址。</translation>
        </message>
        <message>
            <source>The public address must begin with https.</source>
            <translation>公网地址必须以 https 开头。</translation>
        </message>
        <message>
            <source>The platform does not accept the app's id and secret. Check them under Settings.</source>
            <translation>平台不接受此应用的 ID 和密钥，请在“设置”中检查。</translation>
        </message>
        <message>
            <source>The app's webhooks go to another address and lack these fields: %1. Add them in the app's dashboard, under WhatsApp, Configuration.</source>
            <translation>应用的 Webhook 指向其他地址，且缺少以下字段：%1。请在应用控制台的“WhatsApp → 配置”中添加。</translation>
        </message>
        <message>
            <source>Tandem could not set the app's webhooks (%1) Set them by hand: address %2, fields %3.</source>
            <translation>Tandem 未能设置应用的 Webhook：%1 请手动设置：地址 %2，字段 %3。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::LinkSession</name>
        <message>
            <source>The request could not be stored.</source>
            <translation>无法保存请求。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::LinkWizard</name>
        <message>
            <source>The request could not be stored</source>
            <translation>无法保存请求</translation>
        </message>
        <message>
            <source>Link a number</source>
            <translation>绑定号码</translation>
        </message>
        <message>
            <source>On the page and the phone</source>
            <translation>在页面和手机上的操作</translation>
        </message>
        <message>
            <source>%1. %2</source>
            <translation>%1. %2</translation>
        </message>
        <message>
            <source>Open in the system browser instead</source>
            <translation>改用系统浏览器打开</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>Tandem::LinkWords</name>
        <message>
            <source>The sign-up was cancelled</source>
            <translation>注册已取消</translation>
        </message>
        <message>
            <source>The page was closed, or “Not now” was chosen on the phone. Nothing was changed; you can start again at any time.</source>
            <translation>页面被关闭，或在手机上选择了“以后再说”。未做任何更改，可随时重新开始。</translation>
        </message>
        <message>
            <source>The code ran out</source>
            <translation>授权码已过期</translation>
        </message>
        <message>
            <source>The platform gives a code that lives for 30 seconds, and it reached Tandem too late. Nothing was changed. Start again; a slow or interrupted network is the usual reason.</source>
            <translation>平台提供的授权码有效期只有 30 秒，Tandem 收到时已过期。未做任何更改，请重新开始；通常是网络缓慢或中断所致。</translation>
        </message>
        <message>
            <source>That is another account</source>
            <translation>账号不一致</translation>
        </message>
        <message>
            <source>The sign-up was finished for a business account that does not hold the number. Log in with the Facebook account that manages this business, and type the number of the phone in your hand.</source>
            <translation>完成注册的商业账号下没有此号码。请使用管理该商家的 Facebook 账号登录，并输入你手中手机的号码。</translation>
        </message>
        <message>
            <source>A permission is missing</source>
            <translation>缺少权限</translation>
        </message>
        <message>
            <source>The page was finished without letting Tandem manage and send WhatsApp messages. Start again and leave both permissions switched on when the page asks.</source>
            <translation>完成页面时，没有允许 Tandem 管理和发送 WhatsApp 消息。请重新开始，并在页面询问时保持两项权限开启。</translation>
        </message>
        <message>
            <source>Your public address does not answer</source>
            <translation>公网地址没有响应</translation>
        </message>
        <message>
            <source>No public address is set.</source>
            <translation>未设置公网地址。</translation>
        </message>
        <message>
            <source>Nothing came back from %1 when Tandem called it from outside.</source>
            <translation>Tandem 从外部访问 %1 时没有收到响应。</translation>
        </message>
        <message>
            <source>Messages could not reach this computer, so linking stops before anything is used up. Check that the tunnel or reverse proxy runs, that it forwards to this computer, and that the address in the settings is its HTTPS address.</source>
            <translation>消息无法到达这台电脑，因此绑定已提前停止，未消耗任何一次性机会。请检查隧道或反向代理是否在运行、是否转发到这台电脑，以及设置中的地址是否为其 HTTPS 地址。</translation>
        </message>
        <message>
            <source>The Meta app does not send everything yet</source>
            <translation>Meta 应用尚未推送全部内容</translation>
        </message>
        <message>
            <source>In the app's dashboard, under WhatsApp, Configuration, set the webhook to your public address and subscribe to: messages, history, smb_app_state_sync, smb_message_echoes, account_update, message_template_status_update. Then start again.</source>
            <translation>请在应用控制台的“WhatsApp → 配置”中，将 Webhook 设为你的公网地址，并订阅：messages、history、smb_app_state_sync、smb_message_echoes、account_update、message_template_status_update。然后重新开始。</translation>
        </message>
        <message>
            <source>The number is not shared with the phone</source>
            <translation>此号码未与手机共用</translation>
        </message>
        <message>
            <source>The platform says that this number does not live in the WhatsApp Business app. Start again, and log in with “WhatsApp Business app” rather than with a new number.</source>
            <translation>平台显示此号码未在 WhatsApp Business 应用中使用。请重新开始，登录时选择“WhatsApp Business 应用”，不要使用新号码。</translation>
        </message>
        <message>
            <source>No number was found</source>
            <translation>没有找到号码</translation>
        </message>
        <message>
            <source>The account that was chosen holds no number yet, or the number is already linked here. Finish the sign-up page to its last screen, with the phone in your hand.</source>
            <translation>所选账号下还没有号码，或号码已在此绑定。请手持手机，将注册页面走到最后一步。</translation>
        </message>
        <message>
            <source>The history was already asked for once</source>
            <translation>历史消息已请求过一次</translation>
        </message>
        <message>
            <source>The number is linked and new messages arrive. The platform gives contacts and history only once for each link. To bring them again, unlink on the phone, wait a minute or two, and link again.</source>
            <translation>号码已绑定，新消息可正常接收。平台对每次绑定只提供一次联系人和历史消息。如需重新获取，请在手机上解绑，等一两分钟后重新绑定。</translation>
        </message>
        <message>
            <source>It is too late for the history</source>
            <translation>已错过获取历史消息的时间</translation>
        </message>
        <message>
            <source>The number is linked and new messages arrive. History can only be asked for in the first 24 hours after linking. To bring it, unlink on the phone, wait a minute or two, and link again.</source>
            <translation>号码已绑定，新消息可正常接收。历史消息只能在绑定后的 24 小时内请求。如需获取，请在手机上解绑，等一两分钟后重新绑定。</translation>
        </message>
        <message>
            <source>The history was not shared</source>
            <translation>未共享历史消息</translation>
        </message>
        <message>
            <source>The number is linked and new messages arrive. Sharing the chat history was turned off on the phone. If you want it here, unlink on the phone, wait a minute or two, link again and choose to share it.</source>
            <translation>号码已绑定，新消息可正常接收。手机上关闭了历史消息共享。如需在此查看，请在手机上解绑，等一两分钟后重新绑定，并选择共享。</translation>
        </message>
        <message>
            <source>The page was open too long</source>
            <translation>页面打开时间过长</translation>
        </message>
        <message>
            <source>For safety a sign-up page is good for a limited time only. Start again for a fresh one.</source>
            <translation>为安全起见，注册页面只在限定时间内有效。请重新开始，打开新页面。</translation>
        </message>
        <message>
            <source>The platform could not be reached</source>
            <translation>无法连接平台</translation>
        </message>
        <message>
            <source>The network was down at a step that cannot wait. Nothing was used up. Check the connection and start again.</source>
            <translation>网络在一个无法等待的步骤中断开。未消耗任何一次性机会，请检查网络连接后重新开始。</translation>
        </message>
        <message>
            <source>The access key could not be stored</source>
            <translation>访问密钥无法保存</translation>
        </message>
        <message>
            <source>The system's keyring refused to keep the number's access key, so it was thrown away. Unlock the keyring (or install one) and start again.</source>
            <translation>系统钥匙串拒绝保存该号码的访问密钥，密钥已丢弃。请解锁（或安装）系统钥匙串，然后重新开始。</translation>
        </message>
        <message>
            <source>Tandem was closed in the middle</source>
            <translation>Tandem 中途被关闭</translation>
        </message>
        <message>
            <source>The code had not been used when the program stopped. Nothing was changed. Start again.</source>
            <translation>程序停止时授权码尚未使用，没有任何改动。请重新开始。</translation>
        </message>
        <message>
            <source>The platform refused without a reason.</source>
            <translation>平台拒绝了请求，未说明原因。</translation>
        </message>
        <message>
            <source>The platform refused</source>
            <translation>平台拒绝了请求</translation>
        </message>
        <message>
            <source>%1 (code %2)</source>
            <translation>%1（代码 %2）</translation>
        </message>
        <message>
            <source>Start again</source>
            <translation>重新开始</translation>
        </message>
        <message>
            <source>How to unlink</source>
            <translation>如何解绑</translation>
        </message>
        <message>
            <source>Open settings</source>
            <translation>打开设置</translation>
        </message>
        <message>
            <source>Go on without it</source>
            <translation>跳过并继续</translation>
        </message>
        <message>
            <source>Before you start</source>
            <translation>准备工作</translation>
        </message>
        <message>
            <source>Sign up and scan</source>
            <translation>注册并扫码</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>连接</translation>
        </message>
        <message>
            <source>Contacts and history</source>
            <translation>联系人和历史消息</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Log in, and choose to connect a WhatsApp Business app.</source>
            <translation>登录，然后选择连接 WhatsApp Business 应用。</translation>
        </message>
        <message>
            <source>Type the number of the phone.</source>
            <translation>输入手机上使用的号码。</translation>
        </message>
        <message>
            <source>A code appears. On the phone, open the message from Facebook Business in the app, tap Connect and scan the code.</source>
            <translation>页面会显示二维码。在手机应用中打开 Facebook Business 发来的消息，点按“连接”并扫码。</translation>
        </message>
        <message>
            <source>Still on the phone, choose to share your chat history: six months of messages come here.</source>
            <translation>继续在手机上选择共享聊天记录，最近六个月的消息会同步到这里。</translation>
        </message>
        <message>
            <source>Back in the page, authorise and continue.</source>
            <translation>回到页面，授权并继续。</translation>
        </message>
        <message>
            <source>Business name: exactly as on the registration document. Website, or “My business has no website”.</source>
            <translation>商家名称须与注册文件完全一致。填写网站，或选择“我的商家没有网站”。</translation>
        </message>
        <message>
            <source>Confirm. This window goes on by itself.</source>
            <translation>确认后，此窗口会自动继续。</translation>
        </message>
        <message>
            <source>The phone is at hand, online, and its WhatsApp Business app is open.</source>
            <translation>手机在手边并已联网，WhatsApp Business 应用已打开。</translation>
        </message>
        <message>
            <source>You can log in to the Facebook account that manages the business.</source>
            <translation>可以登录管理该商家的 Facebook 账号。</translation>
        </message>
        <message>
            <source>You know the business name exactly as on the registration document, and its website (or that it has none).</source>
            <translation>清楚与注册文件完全一致的商家名称，以及商家网站（或确认没有网站）。</translation>
        </message>
        <message>
            <source>The chats are backed up: in the app, Settings, Chats, Chat backup.</source>
            <translation>聊天已备份：在应用中依次打开“设置”“聊天”“聊天备份”。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::LockBar</name>
        <message>
            <source>%1 is answering here. Send yours as well?</source>
            <translation>%1 正在这里回复。仍要发送您的回复吗？</translation>
        </message>
        <message>
            <source>Send anyway</source>
            <translation>仍然发送</translation>
        </message>
        <message>
            <source>Wait</source>
            <translation>等一下</translation>
        </message>
    </context>
    <context>
        <name>Tandem::MainWindow</name>
        <message>
            <source>Write a reply</source>
            <translation>撰写回复</translation>
        </message>
        <message>
            <source>Open the conversation again</source>
            <translation>重新打开会话</translation>
        </message>
        <message>
            <source>Close the conversation and go on</source>
            <translation>关闭会话并转到下一个</translation>
        </message>
        <message>
            <source>Mark as unread</source>
            <translation>标为未读</translation>
        </message>
        <message>
            <source>Jump to a date</source>
            <translation>跳转到日期</translation>
        </message>
        <message>
            <source>Show or hide the contact</source>
            <translation>显示或隐藏联系人</translation>
        </message>
        <message>
            <source>Next conversation</source>
            <translation>下一个会话</translation>
        </message>
        <message>
            <source>Previous conversation</source>
            <translation>上一个会话</translation>
        </message>
        <message>
            <source>Search names and messages</source>
            <translation>搜索姓名和消息</translation>
        </message>
        <message>
            <source>Go to the list</source>
            <translation>转到列表</translation>
        </message>
        <message>
            <source>Show open conversations</source>
            <translation>显示进行中的会话</translation>
        </message>
        <message>
            <source>Show closed conversations</source>
            <translation>显示已关闭的会话</translation>
        </message>
        <message>
            <source>Only unread: on or off</source>
            <translation>仅看未读：开/关</translation>
        </message>
        <message>
            <source>Only where the customer waits: on or off</source>
            <translation>仅看客户等待中：开/关</translation>
        </message>
        <message>
            <source>Only where the reply window closes soon: on or off</source>
            <translation>仅看回复窗口即将关闭：开/关</translation>
        </message>
        <message>
            <source>Only last answered on the phone: on or off</source>
            <translation>仅看最近从手机回复：开/关</translation>
        </message>
        <message>
            <source>All commands and conversations</source>
            <translation>所有命令和会话</translation>
        </message>
        <message>
            <source>Inbox</source>
            <translation>收件箱</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>号码</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Link a number</source>
            <translation>绑定号码</translation>
        </message>
        <message>
            <source>Undo the last change</source>
            <translation>撤销上一次更改</translation>
        </message>
        <message>
            <source>Light theme</source>
            <translation>浅色主题</translation>
        </message>
        <message>
            <source>Dark theme</source>
            <translation>深色主题</translation>
        </message>
        <message>
            <source>Theme of the system</source>
            <translation>跟随系统主题</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>键盘快捷键</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>(%1) Tandem</source>
            <translation>(%1) Tandem</translation>
        </message>
        <message>
            <source>Tandem</source>
            <translation>Tandem</translation>
        </message>
        <message>
            <source>Find in this conversation</source>
            <translation>在本会话中查找</translation>
        </message>
        <message>
            <source>Unblock this customer</source>
            <translation>解除拉黑这位客户</translation>
        </message>
        <message>
            <source>Block this customer</source>
            <translation>拉黑这位客户</translation>
        </message>
        <message>
            <source>New conversation</source>
            <translation>新会话</translation>
        </message>
        <message>
            <source>Starred messages</source>
            <translation>星标消息</translation>
        </message>
        <message>
            <source>Delete the label “%1”?</source>
            <translation>删除标签“%1”？</translation>
        </message>
        <message numerus="yes">
            <source>It is taken off %n conversation(s). This cannot be undone.</source>
            <translation>
                <numerusform>它会从 %n 个会话上去掉，且无法撤销。</numerusform>
            </translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Merge “%1” into “%2”?</source>
            <translation>将“%1”合并到“%2”？</translation>
        </message>
        <message>
            <source>Every conversation labelled “%1” is labelled “%2” instead. This cannot be undone.</source>
            <translation>所有带“%1”的会话将改为“%2”，且无法撤销。</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>To %1: %2</source>
            <translation>发给 %1：%2</translation>
        </message>
        <message numerus="yes">
            <source>Send %n reply(ies) typed while the server was away?</source>
            <translation>
                <numerusform>发送服务器断开期间输入的 %n 条回复？</numerusform>
            </translation>
        </message>
        <message>
            <source>They have waited for more than ten minutes. Others may have answered meanwhile.</source>
            <translation>它们已等待超过十分钟，期间其他人可能已经回复。</translation>
        </message>
        <message>
            <source>Send now</source>
            <translation>立即发送</translation>
        </message>
        <message>
            <source>Keep as drafts</source>
            <translation>保留为草稿</translation>
        </message>
        <message>
            <source>Write a private note</source>
            <translation>写内部备注</translation>
        </message>
        <message>
            <source>Assign to somebody</source>
            <translation>分配给某人</translation>
        </message>
        <message>
            <source>Assign to me</source>
            <translation>分配给我</translation>
        </message>
        <message>
            <source>Labels of this conversation</source>
            <translation>此会话的标签</translation>
        </message>
        <message>
            <source>Snooze, or set as pending</source>
            <translation>稍后处理或设为等待中</translation>
        </message>
        <message>
            <source>No longer pending</source>
            <translation>不再等待</translation>
        </message>
        <message>
            <source>Set as pending</source>
            <translation>设为等待中</translation>
        </message>
        <message>
            <source>Show mine</source>
            <translation>显示我的</translation>
        </message>
        <message>
            <source>Show unassigned</source>
            <translation>显示未分配</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>Show pending conversations</source>
            <translation>显示等待中的会话</translation>
        </message>
        <message>
            <source>Show snoozed conversations</source>
            <translation>显示稍后处理的会话</translation>
        </message>
        <message>
            <source>Save what is shown as a view</source>
            <translation>将当前显示保存为视图</translation>
        </message>
        <message>
            <source>Labels: names, colours, merging</source>
            <translation>标签：名称、颜色、合并</translation>
        </message>
        <message>
            <source>Notes that name you</source>
            <translation>提到您的备注</translation>
        </message>
        <message>
            <source>I am here again</source>
            <translation>我回来了</translation>
        </message>
        <message>
            <source>I am away</source>
            <translation>我要离开</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>团队</translation>
        </message>
        <message>
            <source>Audit log</source>
            <translation>审计日志</translation>
        </message>
        <message numerus="yes">
            <source>Discard %n reply(ies) that did not go?</source>
            <translation>
                <numerusform>丢弃 %n 条未发出的回复？</numerusform>
            </translation>
        </message>
        <message>
            <source>What was typed there is gone then.</source>
            <translation>其中输入的内容将不再保留。</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>丢弃</translation>
        </message>
    </context>
    <context>
        <name>Tandem::Media</name>
        <message>
            <source>No microphone was found on this computer.</source>
            <translation>此电脑未找到麦克风。</translation>
        </message>
        <message>
            <source>No loudspeaker or headphones were found on this computer.</source>
            <translation>此电脑未找到扬声器或耳机。</translation>
        </message>
        <message>
            <source>The sound output could not be opened.</source>
            <translation>无法打开声音输出设备。</translation>
        </message>
        <message>
            <source>The microphone could not be opened.</source>
            <translation>无法打开麦克风。</translation>
        </message>
        <message>
            <source>This file cannot be played here. Save a copy and open it with another program.</source>
            <translation>无法在此处播放此文件，请保存副本后用其他程序打开。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::MediaFiles</name>
        <message>
            <source>There is no room for a temporary copy of the file.</source>
            <translation>没有空间存放文件的临时副本。</translation>
        </message>
        <message>
            <source>The file could not be copied: %1</source>
            <translation>无法复制文件：%1</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <translation>保存副本</translation>
        </message>
        <message>
            <source>Saved to %1</source>
            <translation>已保存到 %1</translation>
        </message>
        <message>
            <source>The copy could not be saved: %1</source>
            <translation>无法保存副本：%1</translation>
        </message>
        <message>
            <source>Save the contact</source>
            <translation>保存联系人</translation>
        </message>
        <message>
            <source>The contact could not be saved: %1</source>
            <translation>无法保存联系人：%1</translation>
        </message>
        <message>
            <source>This kind of file can run programs, so it is not opened here. Save a copy if you trust the sender.</source>
            <translation>此类文件可能运行程序，因此不会在此处打开。如果您信任发送者，可以保存副本。</translation>
        </message>
        <message>
            <source>No program on this computer opens this kind of file.</source>
            <translation>此电脑上没有可打开此类文件的程序。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::MediaGrid</name>
        <message>
            <source>%1, %2</source>
            <translation>%1，%2</translation>
        </message>
    </context>
    <context>
        <name>Tandem::MediaPluginLoader</name>
        <message>
            <source>The part of Tandem that plays sound and video is not installed.</source>
            <translation>未安装 Tandem 的音视频播放组件。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::MentionSheet</name>
        <message>
            <source>%1 in %2</source>
            <translation>%1，在 %2</translation>
        </message>
        <message>
            <source>%1 in %2: %3</source>
            <translation>%1，在 %2：%3</translation>
        </message>
        <message>
            <source>Notes that name you</source>
            <translation>提到您的备注</translation>
        </message>
        <message>
            <source>Nothing new</source>
            <translation>没有新内容</translation>
        </message>
        <message>
            <source>When a colleague names you in a private note, it waits here until you have read it.</source>
            <translation>同事在内部备注中提到您时，会显示在这里，直到您看过为止。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::MergeCard</name>
        <message>
            <source>The same person as %1?</source>
            <translation>与 %1 是同一个人吗？</translation>
        </message>
        <message>
            <source>Their numbers differ only by the ninth digit of Brazilian mobile numbers.</source>
            <translation>两个号码只差巴西手机号的第九位数字。</translation>
        </message>
        <message>
            <source>Their numbers differ only by the 1 after Mexico’s country code.</source>
            <translation>两个号码只差墨西哥国家代码后的 1。</translation>
        </message>
        <message>
            <source>Their numbers differ only by the 9 after Argentina’s country code.</source>
            <translation>两个号码只差阿根廷国家代码后的 9。</translation>
        </message>
        <message>
            <source>Their numbers are two ways to write one.</source>
            <translation>两个号码是同一号码的两种写法。</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>One contact and one conversation; can be taken apart again.</source>
            <translation>合为一个联系人和一个会话；之后可以重新拆分。</translation>
        </message>
        <message>
            <source>Not the same</source>
            <translation>不是同一个人</translation>
        </message>
        <message>
            <source>Look at the other</source>
            <translation>查看另一个</translation>
        </message>
    </context>
    <context>
        <name>Tandem::MessageCommands</name>
        <message>
            <source>Open this address?</source>
            <translation>打开此地址？</translation>
        </message>
        <message>
            <source>It leads to %1.</source>
            <translation>它将前往 %1。</translation>
        </message>
        <message>
            <source>WhatsApp does not take a reaction to this message.</source>
            <translation>WhatsApp 不支持回应这条消息。</translation>
        </message>
        <message>
            <source>Agent</source>
            <comment>signature of replies while no name is set</comment>
            <translation>客服</translation>
        </message>
        <message>
            <source>The reaction could not be sent: %1</source>
            <translation>无法发送回应：%1</translation>
        </message>
        <message>
            <source>The star could not be kept: %1</source>
            <translation>无法保存星标：%1</translation>
        </message>
        <message>
            <source>It could not be queued again: %1</source>
            <translation>无法重新排队：%1</translation>
        </message>
        <message>
            <source>It could not be sent now: %1</source>
            <translation>无法立即发送：%1</translation>
        </message>
        <message>
            <source>It could not be discarded: %1</source>
            <translation>无法放弃：%1</translation>
        </message>
        <message>
            <source>It was already on its way.</source>
            <translation>消息已在发送途中。</translation>
        </message>
        <message>
            <source>It could not be asked for again: %1</source>
            <translation>无法重新请求：%1</translation>
        </message>
    </context>
    <context>
        <name>Tandem::MessageContent</name>
        <message>
            <source>On its way from the phone. Keep the app open there.</source>
            <translation>正在从手机传来，请保持手机应用打开。</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>正在加载…</translation>
        </message>
        <message>
            <source>Could not be loaded.</source>
            <translation>无法加载。</translation>
        </message>
        <message>
            <source>Could not be loaded: %1</source>
            <translation>无法加载：%1</translation>
        </message>
        <message>
            <source>Stays on the phone</source>
            <translation>仅保留在手机上</translation>
        </message>
        <message>
            <source>The file was not passed on.</source>
            <translation>文件未传送过来。</translation>
        </message>
        <message>
            <source>%1 from %2. Older than 14 days when the number was linked, so it stays on the phone.</source>
            <translation>%2的%1。绑定号码时已超过 14 天，仅保留在手机上。</translation>
        </message>
        <message>
            <source>d MMMM</source>
            <comment>date format: day and month</comment>
            <translation>M月d日</translation>
        </message>
        <message>
            <source>No name</source>
            <translation>未命名</translation>
        </message>
        <message numerus="yes">
            <source>%n contact(s)</source>
            <translation>
                <numerusform>%n 位联系人</numerusform>
            </translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n 件商品</numerusform>
            </translation>
        </message>
        <message>
            <source>Form filled in</source>
            <translation>已填写的表单</translation>
        </message>
        <message>
            <source>Template message</source>
            <translation>模板消息</translation>
        </message>
        <message>
            <source>Open it on the phone</source>
            <translation>请在手机上打开</translation>
        </message>
        <message>
            <source>WhatsApp does not pass this kind of message on.</source>
            <translation>WhatsApp 不传送此类消息。</translation>
        </message>
        <message>
            <source>WhatsApp does not pass this kind of message on (%1).</source>
            <translation>WhatsApp 不传送此类消息（%1）。</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Video</source>
            <translation>视频</translation>
        </message>
        <message>
            <source>Audio</source>
            <translation>音频</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>文档</translation>
        </message>
        <message>
            <source>Sticker</source>
            <translation>贴图</translation>
        </message>
        <message>
            <source>Location</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>Choice</source>
            <translation>选项</translation>
        </message>
        <message>
            <source>Media</source>
            <translation>媒体</translation>
        </message>
        <message>
            <source>Message for the phone</source>
            <translation>仅限手机查看的消息</translation>
        </message>
        <message>
            <source>Voice message</source>
            <translation>语音消息</translation>
        </message>
        <message>
            <source>Message of kind “%1”</source>
            <translation>“%1”类型的消息</translation>
        </message>
        <message>
            <source>Sent on the phone · free</source>
            <translation>从手机发送 · 免费</translation>
        </message>
        <message>
            <source>Sent from Tandem</source>
            <translation>从 Tandem 发送</translation>
        </message>
        <message>
            <source>Bot</source>
            <translation>机器人</translation>
        </message>
        <message>
            <source>Bot · %1</source>
            <translation>机器人 · %1</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>群发</translation>
        </message>
        <message>
            <source>Campaign · %1</source>
            <translation>群发 · %1</translation>
        </message>
        <message>
            <source>Sent by another program</source>
            <translation>由其他程序发送</translation>
        </message>
        <message>
            <source>Sent by another program · %1</source>
            <translation>由其他程序发送 · %1</translation>
        </message>
        <message>
            <source>Sent elsewhere</source>
            <translation>从其他地方发送</translation>
        </message>
        <message>
            <source>Not sent.</source>
            <translation>未发送。</translation>
        </message>
        <message>
            <source>Not sent: %1</source>
            <translation>未发送：%1</translation>
        </message>
        <message>
            <source>Discarded, not sent</source>
            <translation>已丢弃，未发送</translation>
        </message>
        <message>
            <source>Waiting to be sent</source>
            <translation>等待发送</translation>
        </message>
        <message>
            <source>May have been sent</source>
            <translation>可能已发送</translation>
        </message>
        <message>
            <source>Handed to WhatsApp</source>
            <translation>已提交给 WhatsApp</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>已发送</translation>
        </message>
        <message>
            <source>Not sent</source>
            <translation>未发送</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>已送达</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>已读</translation>
        </message>
        <message>
            <source>Played</source>
            <translation>已播放</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>d MMMM yyyy</source>
            <comment>date format: day, month and year</comment>
            <translation>yyyy年M月d日</translation>
        </message>
        <message>
            <source>Removed here to free space</source>
            <translation>已在此处移除以释放空间</translation>
        </message>
        <message>
            <source>Shared their contact as you asked</source>
            <translation>应您的请求分享了联系方式</translation>
        </message>
        <message>
            <source>WhatsApp shows this message only in the phone app. If it comes through later, it will stand here.</source>
            <translation>WhatsApp 只在手机应用中显示这条消息。如果之后送达，会显示在这里。</translation>
        </message>
        <message>
            <source>This customer changed their phone number.</source>
            <translation>该客户更换了手机号码。</translation>
        </message>
        <message>
            <source>This customer changed their phone number to %1.</source>
            <translation>该客户的手机号码已更换为 %1。</translation>
        </message>
        <message>
            <source>WhatsApp gave this customer a new id. It is the same person.</source>
            <translation>WhatsApp 为该客户分配了新的 ID，仍是同一个人。</translation>
        </message>
        <message>
            <source>This customer's security code changed. They may have a new phone.</source>
            <translation>该客户的安全码已更改，可能换了新手机。</translation>
        </message>
        <message>
            <source>This version cannot show it. Everything WhatsApp said is kept.</source>
            <translation>当前版本无法显示此消息，WhatsApp 传来的内容已完整保留。</translation>
        </message>
        <message>
            <source>The file is not what it was sent as, so it is not shown.</source>
            <translation>文件的实际类型与发送时不符，因此不予显示。</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>a field of a form and its value</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>What was filled in could not be read.</source>
            <translation>无法读取填写的内容。</translation>
        </message>
        <message>
            <source>Chosen from a list</source>
            <translation>从列表中选择</translation>
        </message>
        <message>
            <source>Pressed a button</source>
            <translation>点按了按钮</translation>
        </message>
        <message>
            <source>Send your location</source>
            <translation>发送您的位置</translation>
        </message>
        <message>
            <source>Template · %1</source>
            <translation>模板 · %1</translation>
        </message>
        <message>
            <source>Forwarded many times</source>
            <translation>转发多次</translation>
        </message>
        <message>
            <source>Forwarded</source>
            <translation>已转发</translation>
        </message>
        <message>
            <source>Notice from WhatsApp</source>
            <translation>WhatsApp 通知</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>two sentences</comment>
            <translation>%1%2</translation>
        </message>
        <message>
            <source>This customer changed their phone number from %1 to %2.</source>
            <translation>该客户的手机号码已从 %1 更换为 %2。</translation>
        </message>
        <message>
            <source>WhatsApp gave this customer a new id: %2 instead of %1. It is the same person.</source>
            <translation>WhatsApp 为该客户分配了新的 ID：%2，取代 %1。仍是同一个人。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::MessageMenu</name>
        <message>
            <source>&amp;Reply</source>
            <translation>回复(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Forward…</source>
            <translation>转发(&amp;F)…</translation>
        </message>
        <message>
            <source>Forward all of them…</source>
            <translation>全部转发…</translation>
        </message>
        <message>
            <source>Remove the &amp;star</source>
            <translation>取消星标(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Star</source>
            <translation>加星标(&amp;S)</translation>
        </message>
        <message>
            <source>Mark &amp;unread from here</source>
            <translation>从此处标为未读(&amp;U)</translation>
        </message>
        <message>
            <source>Jump to a &amp;date…</source>
            <translation>跳转到日期(&amp;D)…</translation>
        </message>
        <message>
            <source>Copy message &amp;id</source>
            <translation>复制消息 ID(&amp;I)</translation>
        </message>
        <message>
            <source>Copy selection</source>
            <translation>复制所选内容</translation>
        </message>
        <message>
            <source>&amp;Copy text</source>
            <translation>复制文本(&amp;C)</translation>
        </message>
        <message>
            <source>Copy address</source>
            <translation>复制地址</translation>
        </message>
        <message>
            <source>Go to the &amp;quoted message</source>
            <translation>前往引用的消息(&amp;Q)</translation>
        </message>
        <message>
            <source>Hide what it said</source>
            <translation>隐藏原内容</translation>
        </message>
        <message>
            <source>Show what it said</source>
            <translation>查看原内容</translation>
        </message>
        <message>
            <source>Hide the earlier text</source>
            <translation>隐藏修改前的文字</translation>
        </message>
        <message>
            <source>Show the earlier text</source>
            <translation>查看修改前的文字</translation>
        </message>
        <message>
            <source>&amp;Load again</source>
            <translation>重新加载(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>打开(&amp;O)</translation>
        </message>
        <message>
            <source>Copy &amp;picture</source>
            <translation>复制图片(&amp;P)</translation>
        </message>
        <message>
            <source>Copy file</source>
            <translation>复制文件</translation>
        </message>
        <message>
            <source>Sa&amp;ve a copy…</source>
            <translation>保存副本(&amp;V)…</translation>
        </message>
        <message>
            <source>Send &amp;now</source>
            <translation>立即发送(&amp;N)</translation>
        </message>
        <message>
            <source>Send &amp;again</source>
            <translation>再次发送(&amp;A)</translation>
        </message>
        <message>
            <source>Do not send</source>
            <translation>不发送</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>&amp;Change the note</source>
            <translation>修改备注(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Delete the note</source>
            <translation>删除备注(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
    </context>
    <context>
        <name>Tandem::Meta::GraphClient</name>
        <message>
            <source>The file lies on a server that Tandem does not fetch from.</source>
            <translation>文件所在的服务器不在 Tandem 允许下载的范围内。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::Meta::MediaDownload</name>
        <message>
            <source>The link to the file has expired.</source>
            <translation>文件链接已过期。</translation>
        </message>
        <message>
            <source>The platform did not allow the file to be fetched.</source>
            <translation>平台不允许下载该文件。</translation>
        </message>
        <message>
            <source>The file could not be fetched.</source>
            <translation>文件无法下载。</translation>
        </message>
        <message>
            <source>The file did not arrive in time.</source>
            <translation>文件下载超时。</translation>
        </message>
        <message>
            <source>The file could not be written.</source>
            <translation>文件无法写入。</translation>
        </message>
        <message>
            <source>The file is larger than allowed.</source>
            <translation>文件超出允许的大小。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::Meta::MediaUpload</name>
        <message>
            <source>The file can't be read.</source>
            <translation>无法读取该文件。</translation>
        </message>
        <message>
            <source>The file is larger than WhatsApp allows.</source>
            <translation>文件超过 WhatsApp 允许的大小。</translation>
        </message>
        <message>
            <source>The file is empty.</source>
            <translation>文件是空的。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::MetaAppForm</name>
        <message>
            <source>In the Meta app dashboard, at the top of every page.</source>
            <translation>在 Meta 应用面板中，每个页面的顶部都有。</translation>
        </message>
        <message>
            <source>Facebook Login for Business, Configurations: the one made for WhatsApp embedded sign-up.</source>
            <translation>Facebook Login for Business 的“配置”中，为 WhatsApp 嵌入式注册创建的那一项。</translation>
        </message>
        <message>
            <source>Leave it empty to keep the stored one.</source>
            <translation>留空则继续使用已保存的密钥。</translation>
        </message>
        <message>
            <source>App settings, Basic. It is kept in the system's keyring.</source>
            <translation>位于“应用设置”的“基本”中。保存在系统钥匙串里。</translation>
        </message>
        <message>
            <source>Any text of yours; type the same one in the dashboard under WhatsApp, Configuration.</source>
            <translation>可自定义任意文本；在面板的 WhatsApp“配置”中填写相同内容。</translation>
        </message>
        <message>
            <source>The HTTPS address at which the platform reaches this computer: a tunnel or a reverse proxy of yours.</source>
            <translation>平台访问这台电脑所用的 HTTPS 地址，由你的隧道或反向代理提供。</translation>
        </message>
        <message>
            <source>This is a number of 5 to 20 digits.</source>
            <translation>请输入 5 到 20 位数字。</translation>
        </message>
        <message>
            <source>The app secret has 32 characters, 0–9 and a–f.</source>
            <translation>应用密钥为 32 个字符，由 0–9 和 a–f 组成。</translation>
        </message>
        <message numerus="yes">
            <source>Take at least %n character(s), or press Generate.</source>
            <translation>
                <numerusform>请至少输入 %n 个字符，或点击“生成”。</numerusform>
            </translation>
        </message>
        <message>
            <source>Type a whole address, for example https://inbox.example.com</source>
            <translation>请输入完整地址，例如 https://inbox.example.com</translation>
        </message>
        <message>
            <source>The address has no question mark, no # and no user name.</source>
            <translation>地址中不能包含问号、# 或用户名。</translation>
        </message>
        <message>
            <source>The platform calls HTTPS addresses only.</source>
            <translation>平台只访问 HTTPS 地址。</translation>
        </message>
        <message>
            <source>App ID</source>
            <translation>应用 ID</translation>
        </message>
        <message>
            <source>Configuration ID</source>
            <translation>配置 ID</translation>
        </message>
        <message>
            <source>App secret</source>
            <translation>应用密钥</translation>
        </message>
        <message>
            <source>Verify token</source>
            <translation>验证令牌</translation>
        </message>
        <message>
            <source>Public address</source>
            <translation>公网地址</translation>
        </message>
        <message>
            <source>Generate</source>
            <translation>生成</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>隐藏</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>显示</translation>
        </message>
    </context>
    <context>
        <name>Tandem::NoteComposer</name>
        <message>
            <source>The note could not be kept: %1</source>
            <translation>无法保存备注：%1</translation>
        </message>
        <message>
            <source>Too long: %1 of %2 characters</source>
            <translation>太长：%1 / %2 个字符</translation>
        </message>
        <message>
            <source>@ names a colleague</source>
            <translation>@ 可提到同事</translation>
        </message>
        <message>
            <source>The customer never sees it.</source>
            <translation>客户永远看不到。</translation>
        </message>
        <message>
            <source>Private note</source>
            <translation>内部备注</translation>
        </message>
        <message>
            <source>Write to your colleagues; the customer never sees it</source>
            <translation>写给同事，客户永远看不到</translation>
        </message>
        <message>
            <source>Write a note for yourself; the customer never sees it</source>
            <translation>写给自己的备注，客户永远看不到</translation>
        </message>
        <message>
            <source>Change your private note</source>
            <translation>修改内部备注</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Save note</source>
            <translation>保存备注</translation>
        </message>
        <message>
            <source>Add note</source>
            <translation>添加备注</translation>
        </message>
        <message>
            <source>Add the note (Enter)</source>
            <translation>添加备注（Enter）</translation>
        </message>
        <message>
            <source>Add the note (Ctrl+Enter)</source>
            <translation>添加备注（Ctrl+Enter）</translation>
        </message>
        <message>
            <source>The note could not be changed: %1</source>
            <translation>备注未能修改：%1</translation>
        </message>
    </context>
    <context>
        <name>Tandem::Notifications</name>
        <message>
            <source>Show Tandem</source>
            <translation>显示 Tandem</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message numerus="yes">
            <source>Tandem: %n unread conversation(s)</source>
            <translation>
                <numerusform>Tandem：%n 个未读会话</numerusform>
            </translation>
        </message>
        <message>
            <source>Tandem</source>
            <translation>Tandem</translation>
        </message>
        <message numerus="yes">
            <source>%n new message(s)</source>
            <translation>
                <numerusform>%n 条新消息</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 (and %n more)</source>
            <translation>
                <numerusform>%1（还有 %n 条）</numerusform>
            </translation>
        </message>
        <message>
            <source>Tandem keeps running</source>
            <translation>Tandem 仍在运行</translation>
        </message>
        <message>
            <source>New messages still arrive. Open it from the tray; to end it, choose Quit there.</source>
            <translation>新消息仍会到达。可从托盘打开；要结束程序，请在托盘中选择“退出”。</translation>
        </message>
        <message>
            <source>A colleague</source>
            <translation>一位同事</translation>
        </message>
        <message>
            <source>%1 named you in a note</source>
            <translation>%1 在备注中提到您</translation>
        </message>
        <message>
            <source>Open it to read what it says.</source>
            <translation>打开即可查看内容。</translation>
        </message>
        <message>
            <source>A conversation is yours now</source>
            <translation>有会话分配给您</translation>
        </message>
        <message>
            <source>Open it to see whose it is.</source>
            <translation>打开即可查看是谁的会话。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::NumberBanner</name>
        <message>
            <source>Link again</source>
            <translation>重新绑定</translation>
        </message>
        <message>
            <source>Link this number</source>
            <translation>绑定此号码</translation>
        </message>
        <message>
            <source>See the number</source>
            <translation>查看号码</translation>
        </message>
    </context>
    <context>
        <name>Tandem::NumberCard</name>
        <message>
            <source>Health</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Last message from the phone</source>
            <translation>手机上次发来消息</translation>
        </message>
        <message>
            <source>Last news from the platform</source>
            <translation>平台上次推送</translation>
        </message>
        <message>
            <source>Open the phone's app by</source>
            <translation>打开手机应用的期限</translation>
        </message>
        <message>
            <source>The platform closes the link when the app was not opened for 14 days. Tandem warns from day 13.</source>
            <translation>手机应用连续 14 天未打开，平台会解除绑定。Tandem 从第 13 天起提醒。</translation>
        </message>
        <message>
            <source>New conversations</source>
            <translation>新会话</translation>
        </message>
        <message>
            <source>How many people the business may write to first, as the platform says.</source>
            <translation>平台允许商家主动联系的人数。</translation>
        </message>
        <message>
            <source>Linked since</source>
            <translation>绑定时间</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史消息</translation>
        </message>
        <message>
            <source>Link again</source>
            <translation>重新绑定</translation>
        </message>
        <message>
            <source>How to unlink</source>
            <translation>如何解绑</translation>
        </message>
        <message>
            <source>What changes with coexistence, and prices</source>
            <translation>共存带来的变化与费用</translation>
        </message>
        <message>
            <source>Hide details</source>
            <translation>收起详情</translation>
        </message>
        <message>
            <source>Prices</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Messages typed on the phone stay free. Messages sent through Tandem use the API, and since October 2026 the platform charges each of them by the market and category of the customer; templates are charged by their category. What customers send is free. The platform sends the bill to the payment method of the WhatsApp Business account.</source>
            <translation>在手机上发送的消息仍然免费。通过 Tandem 发送的消息走 API，自 2026 年 10 月起，平台按客户所在市场和类别逐条计费；模板消息按其类别计费。客户发来的消息免费。费用由平台从 WhatsApp Business 账号的付款方式中收取。</translation>
        </message>
        <message>
            <source>coexistence</source>
            <translation>共存</translation>
        </message>
        <message>
            <source>This number also lives in the WhatsApp Business app on a phone.</source>
            <translation>此号码同时在手机的 WhatsApp Business 应用中使用。</translation>
        </message>
        <message>
            <source>Link this number</source>
            <translation>绑定此号码</translation>
        </message>
    </context>
    <context>
        <name>Tandem::NumberWords</name>
        <message>
            <source>Not linked here</source>
            <translation>未在此绑定</translation>
        </message>
        <message>
            <source>Linking…</source>
            <translation>正在绑定…</translation>
        </message>
        <message>
            <source>Sending paused</source>
            <translation>发送已暂停</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>已连接</translation>
        </message>
        <message>
            <source>Moving to another phone</source>
            <translation>正在迁移到另一部手机</translation>
        </message>
        <message>
            <source>Disconnected by the platform</source>
            <translation>已被平台断开</translation>
        </message>
        <message>
            <source>Disconnected on the phone</source>
            <translation>已在手机上断开</translation>
        </message>
        <message>
            <source>Needs your attention</source>
            <translation>需要处理</translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) wait.</source>
            <translation>
                <numerusform>%n 条消息等待发送。</numerusform>
            </translation>
        </message>
        <message>
            <source>Messages for this number arrive here, but it was not linked in this workspace, so nothing can be sent from it.</source>
            <translation>此号码的消息会送到这里，但它尚未在此工作区绑定，因此无法用它发送消息。</translation>
        </message>
        <message>
            <source>A link is under way.</source>
            <translation>正在绑定。</translation>
        </message>
        <message>
            <source>The WhatsApp Business app is moving to another phone. Sending and receiving stop for some minutes and go on by themselves.</source>
            <translation>WhatsApp Business 应用正在迁移到另一部手机。收发会中断几分钟，之后自动恢复。</translation>
        </message>
        <message>
            <source>Unlinked on %1: %2.</source>
            <translation>已于 %1 解绑：%2。</translation>
        </message>
        <message>
            <source>Unlinked: %1.</source>
            <translation>已解绑：%1。</translation>
        </message>
        <message>
            <source>Conversations stay here; sending is paused.</source>
            <translation>会话仍保留在这里，发送已暂停。</translation>
        </message>
        <message>
            <source>The platform refuses to send for this number.</source>
            <translation>平台拒绝为此号码发送消息。</translation>
        </message>
        <message>
            <source>Sending is paused.</source>
            <translation>发送已暂停。</translation>
        </message>
        <message>
            <source>the platform closed the link</source>
            <translation>平台解除了绑定</translation>
        </message>
        <message>
            <source>someone chose “Disconnect account” in the app on the phone</source>
            <translation>有人在手机应用中选择了“断开账户”</translation>
        </message>
        <message>
            <source>the phone's app was not opened for 14 days, so the platform closed the link</source>
            <translation>手机应用连续 14 天未打开，平台解除了绑定</translation>
        </message>
        <message>
            <source>the linked service was inactive for about 30 days, so the platform closed the link</source>
            <translation>绑定的服务约 30 天没有活动，平台解除了绑定</translation>
        </message>
        <message>
            <source>the phone changed to another number</source>
            <translation>手机更换了号码</translation>
        </message>
        <message>
            <source>the number was registered again on a phone</source>
            <translation>该号码在手机上重新注册</translation>
        </message>
        <message>
            <source>the account changed from the Business app to the ordinary app</source>
            <translation>账号从 WhatsApp Business 换成了普通版 WhatsApp</translation>
        </message>
        <message>
            <source>it was removed on the phone</source>
            <translation>已在手机上移除</translation>
        </message>
        <message>
            <source>the platform gave no reason</source>
            <translation>平台未说明原因</translation>
        </message>
        <message>
            <source>Nothing was sent from the phone for 13 days. Open the WhatsApp Business app on it today: after 14 days without it the platform closes the link.</source>
            <translation>手机已有 13 天没有发送消息。请今天就在手机上打开 WhatsApp Business 应用：连续 14 天未打开，平台会解除绑定。</translation>
        </message>
        <message>
            <source>Nothing was sent from the phone for over 14 days. Open the WhatsApp Business app on it now, or the platform may close the link.</source>
            <translation>手机已有超过 14 天没有发送消息。请立即在手机上打开 WhatsApp Business 应用，否则平台可能会解除绑定。</translation>
        </message>
        <message>
            <source>Today and yesterday</source>
            <translation>今天和昨天</translation>
        </message>
        <message>
            <source>Days 2–90</source>
            <translation>第 2–90 天</translation>
        </message>
        <message>
            <source>Days 91–180</source>
            <translation>第 91–180 天</translation>
        </message>
        <message>
            <source>No history was asked for.</source>
            <translation>未请求历史消息。</translation>
        </message>
        <message>
            <source>Asked for; the phone is preparing it. Keep the app open.</source>
            <translation>已请求，手机正在准备。请保持应用打开。</translation>
        </message>
        <message>
            <source>Arriving. Keep the app open on the phone.</source>
            <translation>正在接收。请保持手机应用打开。</translation>
        </message>
        <message>
            <source>Nothing has come for a while. Open the WhatsApp Business app on the phone and leave it on the screen.</source>
            <translation>有一段时间没有收到数据了。请在手机上打开 WhatsApp Business 应用，并让它停留在屏幕上。</translation>
        </message>
        <message>
            <source>Sharing was turned off on the phone, so only new messages are here. To bring the history, unlink on the phone, link again and choose to share it.</source>
            <translation>手机上关闭了共享，因此这里只有新消息。如需同步历史消息，请在手机上解绑，再重新绑定并选择共享。</translation>
        </message>
        <message>
            <source>Complete.</source>
            <translation>已完成。</translation>
        </message>
        <message>
            <source>quality high</source>
            <translation>质量高</translation>
        </message>
        <message>
            <source>quality medium</source>
            <translation>质量中</translation>
        </message>
        <message>
            <source>quality low</source>
            <translation>质量低</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>无限制</translation>
        </message>
        <message numerus="yes">
            <source>%n people a day</source>
            <translation>
                <numerusform>每天 %n 人</numerusform>
            </translation>
        </message>
        <message>
            <source>Unknown number</source>
            <translation>未知号码</translation>
        </message>
        <message>
            <source>verified name</source>
            <translation>名称已验证</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>暂无</translation>
        </message>
        <message>
            <source>now</source>
            <translation>刚刚</translation>
        </message>
        <message numerus="yes">
            <source>%n s ago</source>
            <translation>
                <numerusform>%n 秒前</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min ago</source>
            <translation>
                <numerusform>%n 分钟前</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n h ago</source>
            <translation>
                <numerusform>%n 小时前</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>%n 天前</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::NumbersPage</name>
        <message>
            <source>Numbers</source>
            <translation>号码</translation>
        </message>
        <message>
            <source>Link a number</source>
            <translation>绑定号码</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>正在加载…</translation>
        </message>
        <message>
            <source>No number is linked yet</source>
            <translation>尚未绑定号码</translation>
        </message>
        <message>
            <source>Link the number of your WhatsApp Business app. It keeps working on the phone as before, and its chats appear here, with the last six months if you share them.</source>
            <translation>绑定 WhatsApp Business 应用的号码。手机上照常使用，聊天会同时显示在这里；如果选择共享，还包括最近六个月的历史消息。</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>The numbers could not be read.</source>
            <translation>无法读取号码。</translation>
        </message>
        <message>
            <source>No number is yours yet</source>
            <translation>您还没有号码</translation>
        </message>
        <message>
            <source>Ask your administrator to give you one, or to add you to a team that has one.</source>
            <translation>请管理员给您分配一个号码，或将您加入有号码的团队。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::OwnerRow</name>
        <message>
            <source>Owner: %1</source>
            <translation>客户负责人：%1</translation>
        </message>
        <message>
            <source>No owner</source>
            <translation>没有客户负责人</translation>
        </message>
        <message>
            <source>Whose customer this is. The rule “to the customer's owner” gives new conversations to them.</source>
            <translation>这是谁的客户。“给客户的负责人”规则会把新会话分配给该同事。</translation>
        </message>
        <message>
            <source>This is a customer of %1 now</source>
            <translation>该客户现由%1负责</translation>
        </message>
        <message>
            <source>This customer has no owner now</source>
            <translation>该客户现在没有负责人</translation>
        </message>
    </context>
    <context>
        <name>Tandem::PaneKeys</name>
        <message>
            <source>Choose a message</source>
            <translation>选择消息</translation>
        </message>
        <message>
            <source>Press its first button</source>
            <translation>按下其第一个按钮</translation>
        </message>
        <message>
            <source>Reply, forward, react, …</source>
            <translation>回复、转发、表情回应…</translation>
        </message>
        <message>
            <source>Copy its text</source>
            <translation>复制文字</translation>
        </message>
        <message>
            <source>Back to where you were</source>
            <translation>返回刚才的位置</translation>
        </message>
        <message>
            <source>To the newest message</source>
            <translation>转到最新消息</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>发送</translation>
        </message>
        <message>
            <source>New line</source>
            <translation>换行</translation>
        </message>
        <message>
            <source>Send later</source>
            <translation>定时发送</translation>
        </message>
        <message>
            <source>Take the last message back</source>
            <translation>撤回刚发送的消息</translation>
        </message>
        <message>
            <source>Bold</source>
            <translation>粗体</translation>
        </message>
        <message>
            <source>Italic</source>
            <translation>斜体</translation>
        </message>
        <message>
            <source>Strikethrough</source>
            <translation>删除线</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>代码</translation>
        </message>
        <message>
            <source>Emoji</source>
            <translation>表情</translation>
        </message>
        <message>
            <source>Canned reply</source>
            <translation>快捷回复</translation>
        </message>
        <message>
            <source>Attach files</source>
            <translation>添加附件</translation>
        </message>
        <message>
            <source>Paste a picture or file</source>
            <translation>粘贴图片或文件</translation>
        </message>
        <message>
            <source>Record a voice message</source>
            <translation>录制语音</translation>
        </message>
        <message>
            <source>Template</source>
            <translation>模板消息</translation>
        </message>
        <message>
            <source>Drop the quote</source>
            <translation>取消引用</translation>
        </message>
        <message>
            <source>In a note: name a colleague</source>
            <translation>在备注中提到同事</translation>
        </message>
        <message>
            <source>From a note back to the reply</source>
            <translation>从备注回到回复</translation>
        </message>
    </context>
    <context>
        <name>Tandem::PendingRow</name>
        <message numerus="yes">
            <source>Goes in %n second(s): %1</source>
            <translation>
                <numerusform>%n 秒后发送：%1</numerusform>
            </translation>
        </message>
        <message>
            <source>Going: %1</source>
            <translation>正在发送：%1</translation>
        </message>
        <message>
            <source>Goes %1: %2</source>
            <translation>将于 %1 发送：%2</translation>
        </message>
        <message>
            <source>Goes when they next write: %1</source>
            <translation>对方下次来信时发送：%1</translation>
        </message>
        <message>
            <source>Uploading %1</source>
            <translation>正在上传 %1</translation>
        </message>
        <message>
            <source>Not sent: %1</source>
            <translation>未发送：%1</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Send now</source>
            <translation>立即发送</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>丢弃</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Has waited for hours. Is it still right? %1</source>
            <translation>已等待数小时，内容还合适吗？%1</translation>
        </message>
        <message>
            <source>It was not written here, so it can only be sent or cancelled.</source>
            <translation>它不是在此编写的，只能发送或取消。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::PendingStrip</name>
        <message>
            <source>Too late: it is on its way already.</source>
            <translation>来不及了：消息已经发出。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::PickList</name>
        <message>
            <source>%1, chosen</source>
            <translation>%1，已选</translation>
        </message>
    </context>
    <context>
        <name>Tandem::PickModel</name>
        <message>
            <source>blocked</source>
            <translation>已拉黑</translation>
        </message>
        <message>
            <source>closed: only templates until they write</source>
            <translation>窗口已关闭：对方来信前只能发模板</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>name, why not</comment>
            <translation>%1，%2</translation>
        </message>
    </context>
    <context>
        <name>Tandem::PolicyColumn</name>
        <message>
            <source>What customers see</source>
            <translation>客户能看到什么</translation>
        </message>
        <message>
            <source>Blue ticks</source>
            <translation>蓝色双勾</translation>
        </message>
        <message>
            <source>When the customer sees that their message was read.</source>
            <translation>客户何时看到消息已读。</translation>
        </message>
        <message>
            <source>“typing…” while you write</source>
            <translation>输入时显示“正在输入…”</translation>
        </message>
        <message>
            <source>when opened here</source>
            <translation>在此打开时</translation>
        </message>
        <message>
            <source>when answered here</source>
            <translation>在此回复时</translation>
        </message>
        <message>
            <source>never from here</source>
            <translation>从不（在此）</translation>
        </message>
        <message>
            <source>Without blue ticks there is no “typing…” either: WhatsApp marks the message as read with it. What is read on the phone still shows.</source>
            <translation>没有蓝色双勾就没有“正在输入…”：WhatsApp 会同时将消息标为已读。在手机上阅读的仍会显示已读。</translation>
        </message>
        <message>
            <source>WhatsApp shows “typing…” for up to 25 seconds and marks the message as read with it.</source>
            <translation>WhatsApp 最多显示 25 秒“正在输入…”，并同时将消息标为已读。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::PracticeWorkspace</name>
        <message>
            <source>The practice platform (%1) could not be started.</source>
            <translation>无法启动练习平台（%1）。</translation>
        </message>
        <message>
            <source>The practice platform did not start in time.</source>
            <translation>练习平台启动超时。</translation>
        </message>
        <message>
            <source>The practice platform stopped and could not be started again.</source>
            <translation>练习平台已停止，且无法重新启动。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::Profile</name>
        <message>
            <source>The folder %1 could not be made.</source>
            <translation>无法创建文件夹 %1。</translation>
        </message>
        <message>
            <source>The damaged files could not be moved.</source>
            <translation>无法移动损坏的文件。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::QuoteBar</name>
        <message>
            <source>Don't quote this message</source>
            <translation>取消引用此消息</translation>
        </message>
    </context>
    <context>
        <name>Tandem::Rail</name>
        <message>
            <source>Inbox</source>
            <translation>收件箱</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>号码</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>键盘快捷键</translation>
        </message>
        <message>
            <source>Starred messages</source>
            <translation>星标消息</translation>
        </message>
        <message>
            <source>Notes that name you</source>
            <translation>提到您的备注</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>团队</translation>
        </message>
        <message>
            <source>Audit log</source>
            <translation>审计日志</translation>
        </message>
    </context>
    <context>
        <name>Tandem::ReactionRow</name>
        <message>
            <source>React to the message</source>
            <translation>回应这条消息</translation>
        </message>
    </context>
    <context>
        <name>Tandem::RepliesSection</name>
        <message>
            <source>None yet. What you write often can be kept here.</source>
            <translation>还没有。常写的内容可以保存在这里。</translation>
        </message>
        <message>
            <source>None fits what you typed.</source>
            <translation>没有符合的快捷回复。</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>title, text</comment>
            <translation>%1 · %2</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n 个文件</numerusform>
            </translation>
        </message>
        <message>
            <source>Change /%1</source>
            <translation>修改 /%1</translation>
        </message>
        <message>
            <source>Delete /%1</source>
            <translation>删除 /%1</translation>
        </message>
        <message>
            <source>/%1 was deleted.</source>
            <translation>已删除 /%1。</translation>
        </message>
        <message>
            <source>Canned replies</source>
            <translation>快捷回复</translation>
        </message>
        <message>
            <source>Type “/” in the composer and a few letters. Everybody in this workspace shares them.</source>
            <translation>在输入框中键入“/”和几个字母即可使用。此工作区的所有人共用。</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Search shortcuts and titles</source>
            <translation>搜索快捷词和标题</translation>
        </message>
    </context>
    <context>
        <name>Tandem::ReplyChecks</name>
        <message>
            <source>Give it a shortcut: it is found by it after “/”.</source>
            <translation>请填写快捷词：在“/”后键入它即可找到。</translation>
        </message>
        <message>
            <source>A shortcut is one word, without spaces and slashes.</source>
            <translation>快捷词是一个词，不含空格和斜杠。</translation>
        </message>
        <message>
            <source>“%1” has this shortcut already.</source>
            <translation>“%1”已使用此快捷词。</translation>
        </message>
        <message>
            <source>Write a text or attach a file.</source>
            <translation>请填写文字或添加附件。</translation>
        </message>
        <message>
            <source>The text is longer than the %1 characters that WhatsApp takes.</source>
            <translation>文字超过 WhatsApp 允许的 %1 个字符。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::ReplyEditor</name>
        <message>
            <source>there</source>
            <comment>stands for a customer whose name is not known: Hi there</comment>
            <translation>您</translation>
        </message>
        <message>
            <source>A question to you, asked before it is sent</source>
            <translation>发送前向您提问</translation>
        </message>
        <message>
            <source>Order number</source>
            <translation>订单号</translation>
        </message>
        <message>
            <source>Attach files</source>
            <translation>添加附件</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>file, what is wrong</comment>
            <translation>%1：%2</translation>
        </message>
        <message numerus="yes">
            <source>At most %n files.</source>
            <translation>
                <numerusform>最多 %n 个文件。</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>file name, size</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>移除 %1</translation>
        </message>
        <message>
            <source>Change a canned reply</source>
            <translation>修改快捷回复</translation>
        </message>
        <message>
            <source>New canned reply</source>
            <translation>新建快捷回复</translation>
        </message>
        <message>
            <source>Shortcut, typed after “/”</source>
            <translation>快捷词（在“/”后键入）</translation>
        </message>
        <message>
            <source>thanks</source>
            <comment>example of a canned reply's shortcut</comment>
            <translation>谢谢</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>文字</translation>
        </message>
        <message>
            <source>Insert a variable</source>
            <translation>插入变量</translation>
        </message>
        <message>
            <source>Attach a file</source>
            <translation>添加附件</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Not a variable, so it is asked for each time: %1</source>
            <translation>不是变量，每次使用时都会询问：%1</translation>
        </message>
    </context>
    <context>
        <name>Tandem::RulesCard</name>
        <message>
            <source>to the customer's owner</source>
            <translation>给客户的负责人</translation>
        </message>
        <message>
            <source>to who answered last</source>
            <translation>给最后回复的人</translation>
        </message>
        <message>
            <source>in turn</source>
            <translation>轮流</translation>
        </message>
        <message>
            <source>to who has least</source>
            <translation>给最空闲的人</translation>
        </message>
        <message>
            <source>Rule added</source>
            <translation>已添加规则</translation>
        </message>
        <message>
            <source>Who gets new conversations</source>
            <translation>新会话分配给谁</translation>
        </message>
        <message>
            <source>When a customer writes and nobody has the conversation, these rules are tried from top to bottom. Nobody who is away or not here gets anything.</source>
            <translation>客户来信而会话无人负责时，从上到下依次尝试这些规则。离开或不在线的人不会被分配。</translation>
        </message>
        <message>
            <source>Add a rule</source>
            <translation>添加规则</translation>
        </message>
        <message>
            <source>Switch the rule on or off</source>
            <translation>启用或停用规则</translation>
        </message>
        <message>
            <source>team %1</source>
            <translation>团队 %1</translation>
        </message>
        <message>
            <source>any number</source>
            <translation>任意号码</translation>
        </message>
        <message>
            <source>any label</source>
            <translation>任意标签</translation>
        </message>
        <message>
            <source>of everybody</source>
            <translation>在所有人中</translation>
        </message>
        <message>
            <source>Try it earlier</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Rules reordered</source>
            <translation>已调整规则顺序</translation>
        </message>
        <message>
            <source>Delete the rule</source>
            <translation>删除规则</translation>
        </message>
        <message>
            <source>Rule deleted</source>
            <translation>已删除规则</translation>
        </message>
        <message>
            <source>Rule changed</source>
            <translation>已更改规则</translation>
        </message>
    </context>
    <context>
        <name>Tandem::SearchField</name>
        <message>
            <source>Names and messages</source>
            <translation>姓名和消息</translation>
        </message>
    </context>
    <context>
        <name>Tandem::SearchModel</name>
        <message>
            <source>People</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>Tandem::SearchResults</name>
        <message>
            <source>Search results</source>
            <translation>搜索结果</translation>
        </message>
        <message>
            <source>Searching…</source>
            <translation>正在搜索…</translation>
        </message>
        <message>
            <source>Search did not work</source>
            <translation>搜索失败</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>未找到结果</translation>
        </message>
        <message>
            <source>No name, number or message has “%1”.</source>
            <translation>没有姓名、号码或消息包含“%1”。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::SeekBar</name>
        <message>
            <source>Place in the video</source>
            <translation>视频进度</translation>
        </message>
    </context>
    <context>
        <name>Tandem::SendMenu</name>
        <message>
            <source>When they next write</source>
            <translation>对方下次来信时</translation>
        </message>
        <message>
            <source>%1 (after the reply window)</source>
            <translation>%1（超出回复窗口）</translation>
        </message>
        <message>
            <source>Choose day and time…</source>
            <translation>选择日期和时间…</translation>
        </message>
        <message>
            <source>Time to take a message back</source>
            <translation>可撤回的时间</translation>
        </message>
        <message>
            <source>None: send at once</source>
            <translation>无：立即发送</translation>
        </message>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n 秒</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::Sender</name>
        <message>
            <source>WhatsApp has given no address for this customer yet. Reply on the phone.</source>
            <translation>WhatsApp 尚未提供此客户的地址。请在手机上回复。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::SendingColumn</name>
        <message>
            <source>Sending</source>
            <translation>发送</translation>
        </message>
        <message>
            <source>Limit, phone and Tandem together</source>
            <translation>发送上限（手机与 Tandem 合计）</translation>
        </message>
        <message>
            <source>5 is the stricter figure and always safe. The platform's own pages now say 20: choose it when your number allows it.</source>
            <translation>5 条更严格，始终安全。平台官方文档现为 20 条，如果你的号码支持，可以选择 20 条。</translation>
        </message>
        <message>
            <source>This second</source>
            <translation>本秒</translation>
        </message>
        <message>
            <source>Kept free for the phone</source>
            <translation>为手机预留</translation>
        </message>
        <message>
            <source>For two minutes after each message typed on the phone, Tandem leaves room for more of them.</source>
            <translation>手机每发送一条消息，Tandem 会在随后两分钟内为手机预留发送额度。</translation>
        </message>
        <message>
            <source>Waiting to be sent</source>
            <translation>等待发送</translation>
        </message>
        <message>
            <source>Seconds over the limit since start</source>
            <translation>启动以来超限的秒数</translation>
        </message>
        <message>
            <source>Only possible when the phone sent messages before Tandem could know of them. What Tandem sends alone never passes the limit.</source>
            <translation>只有当手机先发送了消息、而 Tandem 尚未得知时才会出现。Tandem 自身的发送绝不会超过上限。</translation>
        </message>
        <message numerus="yes">
            <source>%n a second</source>
            <translation>
                <numerusform>每秒 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Messages a second, phone and Tandem together</source>
            <translation>每秒消息数，手机与 Tandem 合计</translation>
        </message>
    </context>
    <context>
        <name>Tandem::ServerWatch</name>
        <message>
            <source>This conversation can't be reached from here any more. Not sent: %1</source>
            <translation>已无法从这里打开此会话。未发送：%1</translation>
        </message>
    </context>
    <context>
        <name>Tandem::SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>You</source>
            <translation>个人</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>配色</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>你的名字</translation>
        </message>
        <message>
            <source>Signs your replies in the timeline here. Customers do not see it.</source>
            <translation>在这里的会话中标明由你回复，客户看不到。</translation>
        </message>
        <message>
            <source>Send with Enter</source>
            <translation>按 Enter 发送</translation>
        </message>
        <message>
            <source>Off: Ctrl+Enter sends, Enter begins a new line.</source>
            <translation>关闭后：按 Ctrl+Enter 发送，按 Enter 换行。</translation>
        </message>
        <message>
            <source>Notify about new messages</source>
            <translation>新消息通知</translation>
        </message>
        <message>
            <source>Only those of customers; never what was typed on the phone.</source>
            <translation>仅通知客户发来的消息，不包括从手机发送的消息。</translation>
        </message>
        <message>
            <source>Show their text in the notification</source>
            <translation>在通知中显示消息内容</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Keep running when the window is closed</source>
            <translation>关闭窗口后继续运行</translation>
        </message>
        <message>
            <source>In the tray, so that messages still arrive. Quit ends it.</source>
            <translation>留在托盘中，消息仍会到达。选择“退出”结束程序。</translation>
        </message>
        <message>
            <source>Needs a tray, which this desktop does not show: closing the window ends Tandem.</source>
            <translation>需要系统托盘，但此桌面没有显示：关闭窗口即结束 Tandem。</translation>
        </message>
        <message>
            <source>Take back what was sent</source>
            <translation>撤回已发送的消息</translation>
        </message>
        <message>
            <source>How long a message waits here, so that it can still be taken back.</source>
            <translation>消息在此等待多久，期间仍可撤回。</translation>
        </message>
        <message>
            <source>send at once</source>
            <translation>立即发送</translation>
        </message>
        <message>
            <source> seconds</source>
            <comment>after a number</comment>
            <translation> 秒</translation>
        </message>
        <message>
            <source>Check spelling</source>
            <translation>检查拼写</translation>
        </message>
        <message>
            <source>With the dictionaries that are installed on this computer.</source>
            <translation>使用本机已安装的词典。</translation>
        </message>
        <message>
            <source>As colleagues see you. It signs your replies in the timeline; customers do not see it.</source>
            <translation>同事看到的名字。它会在时间线中署名您的回复；客户看不到。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::Sheet</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>Tandem::ShortcutSheet</name>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>键盘快捷键</translation>
        </message>
    </context>
    <context>
        <name>Tandem::SignUpPage</name>
        <message>
            <source>Close this page</source>
            <translation>关闭此页面</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Open it in the browser</source>
            <translation>在浏览器中打开</translation>
        </message>
        <message>
            <source>Copy the address</source>
            <translation>复制地址</translation>
        </message>
        <message>
            <source>Show it here</source>
            <translation>在此显示</translation>
        </message>
        <message>
            <source>Checking the way to this computer</source>
            <translation>正在检查到这台电脑的连接</translation>
        </message>
        <message>
            <source>Tandem calls its own public address from outside and looks whether the platform sends everything it should. Only then the sign-up page opens.</source>
            <translation>Tandem 会从外部访问自己的公网地址，检查平台的推送是否完整。通过后才会打开注册页面。</translation>
        </message>
        <message>
            <source>Go on in your browser</source>
            <translation>请在浏览器中继续</translation>
        </message>
        <message>
            <source>The page wanted to open %1, which is not part of the sign-up. It was stopped.</source>
            <translation>页面试图打开 %1，该地址不属于注册流程，已被阻止。</translation>
        </message>
        <message>
            <source>Opening the page…</source>
            <translation>正在打开页面…</translation>
        </message>
        <message>
            <source>%1 · on this computer</source>
            <translation>%1 · 在这台电脑上</translation>
        </message>
        <message>
            <source>%1 · loading…</source>
            <translation>%1 · 正在加载…</translation>
        </message>
        <message numerus="yes">
            <source>This page is shown by Chromium %1, about %n month(s) old. Your browser is newer: you can open the page there instead.</source>
            <translation>
                <numerusform>此页面由 Chromium %1 显示，该版本发布已约 %n 个月。你的浏览器更新，可以改用浏览器打开。</numerusform>
            </translation>
        </message>
        <message>
            <source>Chromium runs without its sandbox here, as it must for the system administrator. Use it with the practice workspace only.</source>
            <translation>由于以系统管理员身份运行，Chromium 的沙盒已关闭。请仅用于练习工作区。</translation>
        </message>
        <message>
            <source>The page is open in your browser</source>
            <translation>页面已在浏览器中打开</translation>
        </message>
        <message>
            <source>No browser could be opened</source>
            <translation>无法打开浏览器</translation>
        </message>
        <message>
            <source>Finish it there with the phone in your hand. This window goes on by itself as soon as it is done.</source>
            <translation>请拿好手机，在浏览器中完成操作。完成后，此窗口会自动继续。</translation>
        </message>
        <message>
            <source>Copy the address and open it in any browser on this computer. This window goes on by itself as soon as it is done.</source>
            <translation>请复制地址，在这台电脑的任意浏览器中打开。完成后，此窗口会自动继续。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::Skeleton</name>
        <message>
            <source>Loading</source>
            <translation>正在加载</translation>
        </message>
    </context>
    <context>
        <name>Tandem::Snooze</name>
        <message>
            <source>In an hour</source>
            <translation>一小时后</translation>
        </message>
        <message>
            <source>Later today</source>
            <translation>今天稍后</translation>
        </message>
        <message>
            <source>This evening</source>
            <translation>今天傍晚</translation>
        </message>
        <message>
            <source>Tomorrow morning</source>
            <translation>明天上午</translation>
        </message>
        <message>
            <source>Monday morning</source>
            <translation>周一上午</translation>
        </message>
        <message>
            <source>In a week</source>
            <translation>一周后</translation>
        </message>
        <message>
            <source>In a month</source>
            <translation>一个月后</translation>
        </message>
    </context>
    <context>
        <name>Tandem::SnoozePicker</name>
        <message>
            <source>Snooze until</source>
            <translation>稍后处理，直到</translation>
        </message>
        <message>
            <source>Type a time: tue 3pm, in 2 hours, 明天下午3点</source>
            <translation>输入时间：明天下午3点、2小时后、tue 3pm</translation>
        </message>
        <message>
            <source>It comes back at that time, or as soon as the customer writes.</source>
            <translation>到时间或客户来信时，它会重新出现。</translation>
        </message>
        <message>
            <source>Wake it now</source>
            <translation>立即恢复</translation>
        </message>
        <message>
            <source>No longer pending</source>
            <translation>不再等待</translation>
        </message>
        <message>
            <source>Pending, without a time</source>
            <translation>等待中，不设时间</translation>
        </message>
        <message>
            <source>as typed</source>
            <translation>按输入</translation>
        </message>
        <message>
            <source>Understood: %1</source>
            <translation>已识别：%1</translation>
        </message>
        <message>
            <source>That time is over.</source>
            <translation>这个时间已过。</translation>
        </message>
        <message>
            <source>Not understood yet. Try “tomorrow 9:00”, “in 3 days” or “下周一”.</source>
            <translation>还无法识别。试试“明天9点”“3天后”或“下周一”。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::SpellHighlighter</name>
        <message>
            <source>Looking for suggestions…</source>
            <translation>正在查找建议…</translation>
        </message>
        <message>
            <source>Add “%1” to my words</source>
            <translation>将“%1”加入我的词库</translation>
        </message>
        <message>
            <source>No suggestions</source>
            <translation>没有建议</translation>
        </message>
    </context>
    <context>
        <name>Tandem::StarredModel</name>
        <message>
            <source>%1, %2: %3</source>
            <comment>who, when, message</comment>
            <translation>%1，%2：%3</translation>
        </message>
    </context>
    <context>
        <name>Tandem::StarredSheet</name>
        <message>
            <source>The list could not be read</source>
            <translation>无法读取列表</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>No starred messages</source>
            <translation>没有星标消息</translation>
        </message>
        <message>
            <source>Star a message in its menu, and it is found here again.</source>
            <translation>在消息菜单中加星标，即可在此找到。</translation>
        </message>
        <message>
            <source>Starred messages</source>
            <translation>星标消息</translation>
        </message>
    </context>
    <context>
        <name>Tandem::StartSheet</name>
        <message>
            <source>%1 · %2</source>
            <comment>name, phone number</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>With the country code, as +86 138 1234 5678; or a username, as @mei.design.</source>
            <translation>电话号码请带国家代码，例如 +86 138 1234 5678；或用户名，例如 @mei.design。</translation>
        </message>
        <message>
            <source>%1, when they have written to you before.</source>
            <translation>%1（对方须曾给您发过消息）</translation>
        </message>
        <message>
            <source>%1, WhatsApp’s id of a person.</source>
            <translation>%1（WhatsApp 的用户标识）</translation>
        </message>
        <message>
            <source>No number is connected. Link one first.</source>
            <translation>没有已连接的号码，请先绑定。</translation>
        </message>
        <message>
            <source>@%1 has not written to this number yet. WhatsApp lets a business write first only to a phone number.</source>
            <translation>@%1 还没有给此号码发过消息。WhatsApp 只允许企业主动向电话号码发消息。</translation>
        </message>
        <message>
            <source>New conversation</source>
            <translation>新会话</translation>
        </message>
        <message>
            <source>Phone number or username</source>
            <translation>电话号码或用户名</translation>
        </message>
        <message>
            <source>From</source>
            <translation>发送号码</translation>
        </message>
        <message>
            <source>Write from this number</source>
            <translation>用此号码发送</translation>
        </message>
        <message>
            <source>The first message of a business is a template. Once they answer, you can write freely for 24 hours.</source>
            <translation>企业发出的首条消息须为模板。对方回复后，24 小时内可以自由发送。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
    </context>
    <context>
        <name>Tandem::StatusLine</name>
        <message>
            <source>No number linked</source>
            <translation>未绑定号码</translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) connected</source>
            <translation>
                <numerusform>已连接 %n 个号码</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n number(s) connected</source>
            <translation>
                <numerusform>已连接 %1 个号码，共 %n 个</numerusform>
            </translation>
        </message>
        <message>
            <source>This second</source>
            <translation>本秒</translation>
        </message>
        <message numerus="yes">
            <source>%n kept for the phone</source>
            <translation>
                <numerusform>为手机预留 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing waits to be sent</source>
            <translation>没有待发送的消息</translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) wait to be sent</source>
            <translation>
                <numerusform>%n 条消息等待发送</numerusform>
            </translation>
        </message>
        <message>
            <source>History of %1</source>
            <translation>%1 的历史消息</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1%</translation>
        </message>
        <message>
            <source>stalled: open the app on the phone</source>
            <translation>已停滞：请打开手机应用</translation>
        </message>
        <message>
            <source>keep the app open on the phone</source>
            <translation>请保持手机应用打开</translation>
        </message>
        <message>
            <source>Offline: you can read and write; replies go out when the connection is back</source>
            <translation>离线：仍可阅读和撰写，恢复连接后会自动发送回复</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1: sending is paused</source>
            <translation>%1：发送已暂停</translation>
        </message>
    </context>
    <context>
        <name>Tandem::StepList</name>
        <message>
            <source>Step %1 of %2: %3</source>
            <translation>第 %1 步，共 %2 步：%3</translation>
        </message>
    </context>
    <context>
        <name>Tandem::SyncPage</name>
        <message>
            <source>Contacts and history</source>
            <translation>联系人和历史消息</translation>
        </message>
        <message>
            <source>The phone sends its contacts, then its chats of the last six months, newest first. You can close this window; the import goes on and the status line shows it.</source>
            <translation>手机会先发送联系人，再从新到旧发送最近六个月的聊天。你可以关闭此窗口，导入会继续进行，进度显示在状态栏。</translation>
        </message>
        <message>
            <source>Keep the WhatsApp Business app open on the phone until this is done.</source>
            <translation>完成之前，请保持手机上的 WhatsApp Business 应用打开。</translation>
        </message>
        <message>
            <source>Contacts asked for</source>
            <translation>已请求联系人</translation>
        </message>
        <message>
            <source>History asked for</source>
            <translation>已请求历史消息</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1%</translation>
        </message>
        <message numerus="yes">
            <source>Meanwhile %n new message(s) arrived in the inbox.</source>
            <translation>
                <numerusform>在此期间，收件箱收到 %n 条新消息。</numerusform>
            </translation>
        </message>
        <message>
            <source>New messages already arrive in the inbox meanwhile.</source>
            <translation>在此期间，新消息会照常进入收件箱。</translation>
        </message>
        <message>
            <source>Go on to the inbox</source>
            <translation>前往收件箱</translation>
        </message>
    </context>
    <context>
        <name>Tandem::TeamActions</name>
        <message>
            <source>That could not be saved. %1</source>
            <translation>无法保存。%1</translation>
        </message>
        <message>
            <source>Yours now: %1</source>
            <translation>现在由您负责：%1</translation>
        </message>
        <message>
            <source>%1 goes to %2</source>
            <translation>%1 已交给 %2</translation>
        </message>
        <message>
            <source>%1 goes to the team %2</source>
            <translation>%1 已交给团队 %2</translation>
        </message>
        <message>
            <source>Nobody’s now: %1</source>
            <translation>现在无人负责：%1</translation>
        </message>
        <message>
            <source>Snoozed until %1</source>
            <translation>稍后处理，直到 %1</translation>
        </message>
        <message>
            <source>Awake again: %1</source>
            <translation>已恢复：%1</translation>
        </message>
        <message>
            <source>Pending: %1</source>
            <translation>等待中：%1</translation>
        </message>
        <message>
            <source>Open: %1</source>
            <translation>进行中：%1</translation>
        </message>
        <message>
            <source>Labelled %1</source>
            <translation>已加标签 %1</translation>
        </message>
        <message>
            <source>Label %1 taken off</source>
            <translation>已去掉标签 %1</translation>
        </message>
        <message>
            <source>Label changed: %1</source>
            <translation>已更改标签：%1</translation>
        </message>
        <message>
            <source>Label %1 is now %2</source>
            <translation>标签 %1 现名为 %2</translation>
        </message>
        <message>
            <source>Label deleted: %1</source>
            <translation>已删除标签：%1</translation>
        </message>
        <message>
            <source>%1 is now %2</source>
            <translation>%1 现为 %2</translation>
        </message>
        <message>
            <source>Note changed</source>
            <translation>备注已修改</translation>
        </message>
        <message>
            <source>Note deleted</source>
            <translation>备注已删除</translation>
        </message>
        <message>
            <source>View saved: %1</source>
            <translation>已保存视图：%1</translation>
        </message>
        <message>
            <source>View deleted: %1</source>
            <translation>已删除视图：%1</translation>
        </message>
    </context>
    <context>
        <name>Tandem::TeamCard</name>
        <message>
            <source>Labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Labels (L)</source>
            <translation>标签（L）</translation>
        </message>
        <message>
            <source>Assigned to</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Me</source>
            <translation>我</translation>
        </message>
        <message>
            <source>Team %1</source>
            <translation>团队 %1</translation>
        </message>
        <message>
            <source>%1 · team %2</source>
            <translation>%1 · 团队 %2</translation>
        </message>
        <message>
            <source>Assign to somebody (A)</source>
            <translation>分配给某人（A）</translation>
        </message>
        <message>
            <source>Snoozed until %1</source>
            <translation>稍后处理，直到 %1</translation>
        </message>
        <message>
            <source>Pending</source>
            <translation>等待中</translation>
        </message>
        <message>
            <source>Change or end it (H)</source>
            <translation>更改或结束（H）</translation>
        </message>
        <message>
            <source>Assigned to nobody yet</source>
            <translation>尚未分配</translation>
        </message>
        <message>
            <source>Assigned to %1</source>
            <translation>已分配给 %1</translation>
        </message>
    </context>
    <context>
        <name>Tandem::TeamConnection</name>
        <message>
            <source>The file %1 could not be written: %2</source>
            <translation>无法写入文件 %1：%2</translation>
        </message>
        <message>
            <source>This profile has joined no team.</source>
            <translation>此配置未加入任何团队。</translation>
        </message>
        <message>
            <source>Your password is not in the keyring any more. Type it again.</source>
            <translation>密钥环中已没有您的密码。请重新输入。</translation>
        </message>
        <message>
            <source>The server refuses this login or password. Type them again, or ask your administrator.</source>
            <translation>服务器拒绝此登录名或密码。请重新输入，或询问管理员。</translation>
        </message>
        <message>
            <source>%1 does not answer on port %2. Check that you are online and that the server’s name is right; a firewall may be between.</source>
            <translation>%1 的端口 %2 没有应答。请检查网络和服务器名称；中间可能有防火墙。</translation>
        </message>
        <message>
            <source>The server answers, but has no team’s workspace called %1. Ask your administrator for the name.</source>
            <translation>服务器有应答，但没有名为 %1 的团队工作区。请向管理员询问名称。</translation>
        </message>
        <message>
            <source>The team’s workspace was upgraded: it needs a newer Tandem. Install that version; this one changes nothing.</source>
            <translation>团队工作区已升级，需要更新版本的 Tandem。请安装该版本；当前版本不会改动任何内容。</translation>
        </message>
        <message>
            <source>This Tandem is newer than the team’s workspace. Ask your administrator to upgrade it, or use the version that the team uses.</source>
            <translation>当前 Tandem 比团队工作区更新。请管理员升级工作区，或使用团队所用的版本。</translation>
        </message>
        <message>
            <source>The team’s workspace could not be opened.</source>
            <translation>无法打开团队工作区。</translation>
        </message>
        <message>
            <source>This is not your present password.</source>
            <translation>这不是您当前的密码。</translation>
        </message>
        <message>
            <source>Your password is changed, but the keyring did not take it: type the new one at the next start.</source>
            <translation>密码已更改，但密钥环未能保存：下次启动时请输入新密码。</translation>
        </message>
        <message>
            <source>Your password could not be taken out of the keyring. Remove it there yourself.</source>
            <translation>无法从密钥环中删除您的密码。请自行在那里删除。</translation>
        </message>
        <message>
            <source>Some files could not be deleted. They lie in %1</source>
            <translation>部分文件无法删除。它们位于 %1</translation>
        </message>
    </context>
    <context>
        <name>Tandem::TeamPage</name>
        <message>
            <source>The team could not be read</source>
            <translation>无法读取团队</translation>
        </message>
        <message>
            <source>The server did not answer.</source>
            <translation>服务器没有应答。</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Reading the team…</source>
            <translation>正在读取团队…</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>团队</translation>
        </message>
    </context>
    <context>
        <name>Tandem::TeamSection</name>
        <message>
            <source>The new password is typed in two ways.</source>
            <translation>两次输入的新密码不一致。</translation>
        </message>
        <message>
            <source>Changing…</source>
            <translation>正在更改…</translation>
        </message>
        <message>
            <source>The password could not be changed.</source>
            <translation>无法更改密码。</translation>
        </message>
        <message>
            <source>Your password is changed.</source>
            <translation>密码已更改。</translation>
        </message>
        <message>
            <source>Your place in the team</source>
            <translation>您在团队中的登录</translation>
        </message>
        <message>
            <source>Change your password…</source>
            <translation>更改密码…</translation>
        </message>
        <message>
            <source>Leave the team on this computer…</source>
            <translation>在这台电脑上退出团队…</translation>
        </message>
        <message>
            <source>Present password</source>
            <translation>当前密码</translation>
        </message>
        <message>
            <source>New password, at least 8 characters</source>
            <translation>新密码，至少 8 个字符</translation>
        </message>
        <message>
            <source>New password once more</source>
            <translation>再次输入新密码</translation>
        </message>
        <message>
            <source>Change the password</source>
            <translation>更改密码</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Your password, the copies of conversations and files, and the invitation are deleted here. On the server nothing changes: with an invitation and your password you can come back.</source>
            <translation>这台电脑上的密码、会话与文件副本以及邀请将被删除。服务器上不会有任何变化：凭邀请和密码您可以随时回来。</translation>
        </message>
        <message>
            <source>What you wrote while the server was away and has not gone yet is lost.</source>
            <translation>服务器不可用期间写下且尚未发出的内容将会丢失。</translation>
        </message>
        <message>
            <source>Leave and delete</source>
            <translation>退出并删除</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>留下</translation>
        </message>
    </context>
    <context>
        <name>Tandem::TeamsCard</name>
        <message>
            <source>Teams</source>
            <translation>团队</translation>
        </message>
        <message>
            <source>No teams yet. A conversation can go to a team, and rules can choose within one.</source>
            <translation>还没有团队。会话可以分配给团队，规则也可以在团队内选择。</translation>
        </message>
        <message>
            <source>Name of a new team</source>
            <translation>新团队名称</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Name of the team</source>
            <translation>团队名称</translation>
        </message>
        <message>
            <source>The team %1 is now %2</source>
            <translation>团队 %1 现名为 %2</translation>
        </message>
        <message>
            <source>Nobody in it yet</source>
            <translation>还没有成员</translation>
        </message>
        <message>
            <source>%1 left the team %2</source>
            <translation>%1 已离开团队 %2</translation>
        </message>
        <message>
            <source>%1 is in the team %2</source>
            <translation>%1 已加入团队 %2</translation>
        </message>
        <message>
            <source>The team %1 sees %2 now</source>
            <translation>团队 %1 现在能看到 %2</translation>
        </message>
        <message>
            <source>The team %1 no longer sees %2</source>
            <translation>团队 %1 不再能看到 %2</translation>
        </message>
        <message>
            <source>Team deleted: %1</source>
            <translation>已删除团队：%1</translation>
        </message>
        <message>
            <source>Team made: %1</source>
            <translation>已新建团队：%1</translation>
        </message>
        <message>
            <source>People of the team %1</source>
            <translation>团队 %1 的成员</translation>
        </message>
        <message>
            <source>No number of its own</source>
            <translation>没有自己的号码</translation>
        </message>
        <message>
            <source>Numbers of the team %1</source>
            <translation>团队 %1 的号码</translation>
        </message>
        <message>
            <source>Delete the team…</source>
            <translation>删除团队…</translation>
        </message>
        <message>
            <source>Its conversations stay, without a team, and whoever has them keeps them. This cannot be undone.</source>
            <translation>它的会话会保留，不再属于团队，负责人不变。此操作无法撤销。</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s) in it lose the numbers they see only by this team.</source>
            <translation>
                <numerusform>团队中的 %n 人将失去仅通过该团队看到的号码。</numerusform>
            </translation>
        </message>
        <message>
            <source>Delete the team “%1”?</source>
            <translation>删除团队“%1”？</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
    </context>
    <context>
        <name>Tandem::TemplateFields</name>
        <message>
            <source>Pictures (*.jpg *.jpeg *.png)</source>
            <translation>图片 (*.jpg *.jpeg *.png)</translation>
        </message>
        <message>
            <source>Videos (*.mp4 *.3gp)</source>
            <translation>视频 (*.mp4 *.3gp)</translation>
        </message>
        <message>
            <source>Documents (*.pdf *.doc *.docx *.xls *.xlsx *.ppt *.pptx *.txt)</source>
            <translation>文件 (*.pdf *.doc *.docx *.xls *.xlsx *.ppt *.pptx *.txt)</translation>
        </message>
        <message>
            <source>Nothing to fill in.</source>
            <translation>无需填写。</translation>
        </message>
        <message>
            <source>%1, optional</source>
            <translation>%1（可选）</translation>
        </message>
        <message>
            <source>Choose a picture…</source>
            <translation>选择图片…</translation>
        </message>
        <message>
            <source>Choose a video…</source>
            <translation>选择视频…</translation>
        </message>
        <message>
            <source>Choose a document…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>This template needs another kind of file.</source>
            <translation>此模板需要其他类型的文件。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::TemplateList</name>
        <message>
            <source>Search templates</source>
            <translation>搜索模板</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>模板</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>No template fits.</source>
            <translation>没有匹配的模板。</translation>
        </message>
        <message>
            <source>All languages</source>
            <translation>全部语言</translation>
        </message>
        <message>
            <source>All categories</source>
            <translation>全部类别</translation>
        </message>
        <message>
            <source>Can't be sent here</source>
            <translation>无法在此发送</translation>
        </message>
    </context>
    <context>
        <name>Tandem::TemplatePicker</name>
        <message>
            <source>All templates</source>
            <translation>全部模板</translation>
        </message>
        <message>
            <source>Fetch the list again</source>
            <translation>重新获取列表</translation>
        </message>
        <message>
            <source>Back to writing (Esc)</source>
            <translation>返回输入（Esc）</translation>
        </message>
        <message>
            <source>Send template</source>
            <translation>发送模板消息</translation>
        </message>
        <message>
            <source>Loading templates…</source>
            <translation>正在加载模板…</translation>
        </message>
        <message>
            <source>The templates could not be loaded</source>
            <translation>无法加载模板</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>No templates yet</source>
            <translation>还没有模板</translation>
        </message>
        <message>
            <source>Create them in WhatsApp Manager; they appear here once approved.</source>
            <translation>请在 WhatsApp 管理工具中创建，审核通过后会显示在这里。</translation>
        </message>
        <message>
            <source>Fetch the list</source>
            <translation>获取列表</translation>
        </message>
        <message>
            <source>Sign-in codes go to phone numbers only; this customer's is not known.</source>
            <translation>验证码只能发送到电话号码，而此客户的号码未知。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::TemplateWords</name>
        <message>
            <source>Approved</source>
            <translation>已通过</translation>
        </message>
        <message>
            <source>In review</source>
            <translation>审核中</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>被拒绝</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <source>Disabled</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>In appeal</source>
            <translation>申诉中</translation>
        </message>
        <message>
            <source>Flagged</source>
            <translation>被标记</translation>
        </message>
        <message>
            <source>Limit reached</source>
            <translation>达到上限</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>已归档</translation>
        </message>
        <message>
            <source>Being deleted</source>
            <translation>正在删除</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
    </context>
    <context>
        <name>Tandem::TickList</name>
        <message>
            <source>done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>being done</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>等待中</translation>
        </message>
    </context>
    <context>
        <name>Tandem::TimelineView</name>
        <message>
            <source>Jump to a date</source>
            <translation>跳转到日期</translation>
        </message>
        <message>
            <source>Open %1</source>
            <translation>打开 %1</translation>
        </message>
        <message>
            <source>Hide the earlier text</source>
            <translation>隐藏编辑前的内容</translation>
        </message>
        <message>
            <source>Show the earlier text</source>
            <translation>显示编辑前的内容</translation>
        </message>
        <message>
            <source>Load again</source>
            <translation>重新加载</translation>
        </message>
        <message>
            <source>The quoted message is not here.</source>
            <translation>引用的消息不在这里。</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>deleted</source>
            <translation>已删除</translation>
        </message>
        <message>
            <source>edited</source>
            <translation>已编辑</translation>
        </message>
        <message>
            <source>Unread messages</source>
            <translation>未读消息</translation>
        </message>
        <message>
            <source>Loading older messages…</source>
            <translation>正在加载更早的消息…</translation>
        </message>
        <message>
            <source>History shared from %1</source>
            <translation>历史消息自 %1 起共享</translation>
        </message>
        <message>
            <source>The conversation starts here</source>
            <translation>会话从这里开始</translation>
        </message>
        <message>
            <source>Choose a conversation</source>
            <translation>选择一个会话</translation>
        </message>
        <message>
            <source>Its messages appear here, those typed on the phone included.</source>
            <translation>消息会显示在这里，包括从手机发送的消息。</translation>
        </message>
        <message>
            <source>No messages yet</source>
            <translation>暂无消息</translation>
        </message>
        <message>
            <source>What you and the customer write will stand here.</source>
            <translation>你和客户的消息会显示在这里。</translation>
        </message>
        <message>
            <source>The messages could not be loaded</source>
            <translation>无法加载消息</translation>
        </message>
        <message>
            <source>Click to try again.</source>
            <translation>点击重试。</translation>
        </message>
        <message>
            <source>%1
Click to try again.</source>
            <translation>%1
点击重试。</translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n 条新消息</numerusform>
            </translation>
        </message>
        <message>
            <source>To the newest message</source>
            <translation>转到最新消息</translation>
        </message>
        <message>
            <source>To the newest message (End)</source>
            <translation>转到最新消息 (End)</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Back to where you were (Alt+Left)</source>
            <translation>返回刚才的位置 (Alt+Left)</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Show large</source>
            <translation>查看大图</translation>
        </message>
        <message>
            <source>Play or pause</source>
            <translation>播放或暂停</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>播放速度</translation>
        </message>
        <message>
            <source>You (press to take it back)</source>
            <translation>您（点按可撤回）</translation>
        </message>
        <message>
            <source>It could not be marked as unread: %1</source>
            <translation>无法标为未读：%1</translation>
        </message>
        <message>
            <source>This cannot be shown here. Save a copy to look at it.</source>
            <translation>无法在此处显示，请保存副本后查看。</translation>
        </message>
        <message>
            <source>starred</source>
            <translation>已加星标</translation>
        </message>
        <message>
            <source>reaction %1</source>
            <translation>回应 %1</translation>
        </message>
        <message>
            <source>Private note</source>
            <translation>内部备注</translation>
        </message>
        <message>
            <source>Private note by %1</source>
            <translation>%1 的内部备注</translation>
        </message>
        <message>
            <source>Anything older is on the team's server</source>
            <translation>更早的内容在团队服务器上</translation>
        </message>
    </context>
    <context>
        <name>Tandem::Toast</name>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>Tandem::TypedPerson</name>
        <message>
            <source>Begin with the country code, for example +86, and leave out the 0 in front.</source>
            <translation>请以国家代码开头，例如 +86，并去掉前面的 0。</translation>
        </message>
        <message>
            <source>A country code does not begin with 0.</source>
            <translation>国家代码不以 0 开头。</translation>
        </message>
        <message>
            <source>This is too short for a phone number with its country code.</source>
            <translation>作为带国家代码的电话号码太短。</translation>
        </message>
        <message>
            <source>This is too long for a phone number.</source>
            <translation>作为电话号码太长。</translation>
        </message>
        <message>
            <source>This is neither a phone number nor a username.</source>
            <translation>这既不是电话号码，也不是用户名。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::UnlinkGuide</name>
        <message>
            <source>How to unlink a number</source>
            <translation>如何解绑号码</translation>
        </message>
        <message>
            <source>Unlink on the phone</source>
            <translation>在手机上解绑</translation>
        </message>
        <message>
            <source>Only the phone can end the link; no one can do it from here. The number stays in the app and keeps its chats.</source>
            <translation>只能在手机上解绑，这里无法操作。号码会保留在手机应用中，聊天也不受影响。</translation>
        </message>
        <message>
            <source>iPhone</source>
            <translation>iPhone</translation>
        </message>
        <message>
            <source>Android</source>
            <translation>Android</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Tandem notices within seconds: the number is shown as disconnected, its conversations stay here, and sending stops. Wait a minute or two before linking it again; then its history can be shared once more.</source>
            <translation>Tandem 会在几秒内得知：号码显示为已断开，会话仍保留在这里，发送随即停止。请等一两分钟再重新绑定，届时可以再次共享历史消息。</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>账户</translation>
        </message>
        <message>
            <source>Business Platform</source>
            <translation>商业平台</translation>
        </message>
        <message>
            <source>Disconnect account</source>
            <translation>断开账户</translation>
        </message>
        <message>
            <source>1. Open WhatsApp Business and tap Settings at the bottom right.</source>
            <translation>1. 打开 WhatsApp Business，点按右下角的“设置”。</translation>
        </message>
        <message>
            <source>1. Open WhatsApp Business, tap the three dots at the top right, then Settings.</source>
            <translation>1. 打开 WhatsApp Business，点按右上角的三个点，再点按“设置”。</translation>
        </message>
        <message>
            <source>2. Tap Account.</source>
            <translation>2. 点按“账户”。</translation>
        </message>
        <message>
            <source>3. Tap Business Platform.</source>
            <translation>3. 点按“商业平台”。</translation>
        </message>
        <message>
            <source>4. Tap the linked platform, then Disconnect account, and confirm.</source>
            <translation>4. 点按已绑定的平台，再点按“断开账户”，然后确认。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::UsageColumn</name>
        <message>
            <source>Messages sent</source>
            <translation>发送的消息</translation>
        </message>
        <message>
            <source>The month before</source>
            <translation>上个月</translation>
        </message>
        <message>
            <source>The month after</source>
            <translation>下个月</translation>
        </message>
        <message>
            <source>Free: what is typed on the phone, and all that customers send. Billed by the platform: what its delivery reports say so of, by category.</source>
            <translation>免费：在手机上输入的消息，以及客户发来的一切。平台计费：以送达回执所述为准，按类别计。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::UsageWords</name>
        <message>
            <source>Typed on the phone</source>
            <translation>在手机上输入</translation>
        </message>
        <message>
            <source>Written here</source>
            <translation>在此发送</translation>
        </message>
        <message>
            <source>Automatic replies</source>
            <translation>自动回复</translation>
        </message>
        <message>
            <source>Campaigns</source>
            <translation>群发活动</translation>
        </message>
        <message>
            <source>Other programs</source>
            <translation>其他程序</translation>
        </message>
        <message>
            <source>Sender not known</source>
            <translation>发送者未知</translation>
        </message>
        <message>
            <source>price not told yet</source>
            <translation>价格尚未告知</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>who sent, category</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1 billed</source>
            <translation>计费 %1 条</translation>
        </message>
        <message>
            <source>%1 free</source>
            <translation>免费 %1 条</translation>
        </message>
        <message>
            <source>Nothing sent</source>
            <translation>没有发送</translation>
        </message>
        <message>
            <source>%1 billed · %2 not billed</source>
            <translation>计费 %1 条 · 未计费 %2 条</translation>
        </message>
    </context>
    <context>
        <name>Tandem::ViewCondition</name>
        <message>
            <source>pending</source>
            <translation>等待中</translation>
        </message>
        <message>
            <source>snoozed</source>
            <translation>稍后处理</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>已关闭</translation>
        </message>
        <message>
            <source>open</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>me</source>
            <translation>我</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>无人</translation>
        </message>
        <message>
            <source>somebody who is gone</source>
            <translation>已不在的人</translation>
        </message>
        <message>
            <source>assigned to %1</source>
            <translation>负责人为%1</translation>
        </message>
        <message>
            <source>of my teams</source>
            <translation>属于我的团队</translation>
        </message>
        <message>
            <source>of no team</source>
            <translation>不属于任何团队</translation>
        </message>
        <message>
            <source>of the team %1</source>
            <translation>属于团队 %1</translation>
        </message>
        <message>
            <source>labelled %1</source>
            <translation>带标签 %1</translation>
        </message>
        <message>
            <source>via %1</source>
            <translation>经由 %1</translation>
        </message>
        <message>
            <source>via another number</source>
            <translation>经由其他号码</translation>
        </message>
        <message>
            <source>unread</source>
            <translation>未读</translation>
        </message>
        <message>
            <source>customer waiting</source>
            <translation>客户在等待</translation>
        </message>
        <message>
            <source>answered on the phone</source>
            <translation>已在手机上回复</translation>
        </message>
        <message numerus="yes">
            <source>window closes within %n hour(s)</source>
            <translation>
                <numerusform>窗口将在 %n 小时内关闭</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>quiet for %n hour(s)</source>
            <translation>
                <numerusform>%n 小时无动静</numerusform>
            </translation>
        </message>
        <message>
            <source>a message failed</source>
            <translation>有消息发送失败</translation>
        </message>
        <message>
            <source>blocked</source>
            <translation>已拉黑</translation>
        </message>
        <message>
            <source>name has “%1”</source>
            <translation>名称含“%1”</translation>
        </message>
        <message>
            <source>a note names me</source>
            <translation>备注中提到我</translation>
        </message>
        <message>
            <source>not %1</source>
            <translation>非%1</translation>
        </message>
        <message>
            <source>everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <source> or </source>
            <comment>between conditions</comment>
            <translation> 或 </translation>
        </message>
        <message>
            <source>none of: %1</source>
            <translation>以下全不满足：%1</translation>
        </message>
    </context>
    <context>
        <name>Tandem::ViewSheet</name>
        <message>
            <source>Shows: %1</source>
            <translation>显示：%1</translation>
        </message>
        <message>
            <source>Change the view</source>
            <translation>更改视图</translation>
        </message>
        <message>
            <source>New view</source>
            <translation>新视图</translation>
        </message>
        <message>
            <source>Name of the view</source>
            <translation>视图名称</translation>
        </message>
        <message>
            <source>For everybody in the team</source>
            <translation>团队所有人可见</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
    </context>
    <context>
        <name>Tandem::ViewTabs</name>
        <message>
            <source>%1+</source>
            <translation>%1+</translation>
        </message>
        <message>
            <source>No saved views yet</source>
            <translation>还没有保存的视图</translation>
        </message>
        <message>
            <source>Save what is shown as a view…</source>
            <translation>将当前显示保存为视图…</translation>
        </message>
        <message>
            <source>Change this view…</source>
            <translation>更改此视图…</translation>
        </message>
        <message>
            <source>Delete this view</source>
            <translation>删除此视图</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Pending</source>
            <translation>等待中</translation>
        </message>
        <message>
            <source>Snoozed</source>
            <translation>稍后处理</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已关闭</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>Unassigned</source>
            <translation>未分配</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Saved views</source>
            <translation>保存的视图</translation>
        </message>
    </context>
    <context>
        <name>Tandem::VoiceBar</name>
        <message>
            <source>Voice message</source>
            <translation>语音消息</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>发送</translation>
        </message>
        <message>
            <source>Discard the recording (Esc)</source>
            <translation>丢弃录音（Esc）</translation>
        </message>
        <message>
            <source>Pause (Space)</source>
            <translation>暂停（空格）</translation>
        </message>
        <message>
            <source>Go on recording (Space)</source>
            <translation>继续录音（空格）</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Listen (L)</source>
            <translation>试听（L）</translation>
        </message>
        <message>
            <source>Longer than a voice message may be: it will arrive as an audio file.</source>
            <translation>超出语音消息的长度：对方将收到音频文件。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::WindowSheets</name>
        <message>
            <source>Block %1?</source>
            <translation>拉黑 %1？</translation>
        </message>
        <message>
            <source>They can no longer write to this number or call it, and are not told so. You can unblock them whenever you want. WhatsApp allows blocking only within 24 hours of their last message.</source>
            <translation>对方将无法再给此号码发消息或拨打电话，也不会收到通知。您可以随时解除拉黑。WhatsApp 只允许在对方最后一条消息后的 24 小时内拉黑。</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>拉黑</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>转发</translation>
        </message>
    </context>
    <context>
        <name>Tandem::Workspace</name>
        <message>
            <source>The workspace's settings could not be stored.</source>
            <translation>工作区设置无法保存。</translation>
        </message>
        <message>
            <source>Another program uses port %1 on this computer, so messages cannot be received.</source>
            <translation>这台电脑的端口 %1 已被其他程序占用，因此无法接收消息。</translation>
        </message>
        <message>
            <source>No secrets are stored yet.</source>
            <translation>尚未保存任何密钥。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::WorkspaceSection</name>
        <message>
            <source>Workspace</source>
            <translation>工作区</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Listens on this computer at</source>
            <translation>本机监听地址</translation>
        </message>
        <message>
            <source>Public address</source>
            <translation>公网地址</translation>
        </message>
        <message>
            <source>Where the platform brings messages.</source>
            <translation>平台将消息推送到此地址。</translation>
        </message>
        <message>
            <source>Platform</source>
            <translation>平台</translation>
        </message>
        <message>
            <source>App and configuration</source>
            <translation>应用与配置</translation>
        </message>
        <message>
            <source>Secrets are kept in</source>
            <translation>密钥保存位置</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>数据文件夹</translation>
        </message>
        <message>
            <source>Send a test webhook</source>
            <translation>发送测试 Webhook</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>更改…</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>not set</source>
            <translation>未设置</translation>
        </message>
        <message>
            <source>Saved. The gateway goes on with the new values.</source>
            <translation>已保存，网关将使用新的设置。</translation>
        </message>
        <message>
            <source>Sending…</source>
            <translation>正在发送…</translation>
        </message>
        <message>
            <source>Join a team…</source>
            <translation>加入团队…</translation>
        </message>
        <message>
            <source>A team's workspace opens in a window of its own, beside this one.</source>
            <translation>团队工作区会在单独的窗口中打开。</translation>
        </message>
    </context>
    <context>
        <name>Tandem::WritingArea</name>
        <message>
            <source>%1 is answering…</source>
            <translation>%1 正在回复…</translation>
        </message>
        <message>
            <source>%1 are answering…</source>
            <translation>%1 正在回复…</translation>
        </message>
        <message>
            <source>%1 is looking on</source>
            <translation>%1 正在查看</translation>
        </message>
        <message>
            <source>%1 are looking on</source>
            <translation>%1 正在查看</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>回复</translation>
        </message>
        <message>
            <source>Write to the customer (R)</source>
            <translation>写给客户（R）</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Write a private note (N)</source>
            <translation>写内部备注（N）</translation>
        </message>
    </context>
    <context>
        <name>TeamCommands</name>
        <message>
            <source>The certificate file can't be read.</source>
            <translation>无法读取证书文件。</translation>
        </message>
        <message>
            <source>--ca must be a PEM certificate, and nothing else.</source>
            <translation>--ca 必须是一个 PEM 证书，且不含其他内容。</translation>
        </message>
        <message>
            <source>Only a team's workspace can be joined: give --database postgresql://….</source>
            <translation>只能加入团队工作区：请给出 --database postgresql://…。</translation>
        </message>
        <message>
            <source>Nobody here is called %1.</source>
            <translation>这里没有名为 %1 的人。</translation>
        </message>
        <message>
            <source>--role can be agent, lead or admin.</source>
            <translation>--role 可以是 agent、lead 或 admin。</translation>
        </message>
        <message>
            <source>There is no team %1.</source>
            <translation>没有名为 %1 的团队。</translation>
        </message>
        <message>
            <source>Password of %1, shown this once: %2</source>
            <translation>%1 的密码，仅显示这一次：%2</translation>
        </message>
        <message>
            <source>The number %1 is not known here.</source>
            <translation>这里不认识号码 %1。</translation>
        </message>
        <message>
            <source>init makes a team's workspace: give --database postgresql://…. A single desk needs none.</source>
            <translation>init 用于建立团队工作区：请给出 --database postgresql://…。单机使用不需要它。</translation>
        </message>
        <message>
            <source>The workspace is ready, schema %1. Gateways connect as %2.</source>
            <translation>工作区已就绪，架构版本 %1。网关以 %2 的身份连接。</translation>
        </message>
        <message>
            <source>For the credentials file of every gateway, shown this once: "workspace_key": "%1"</source>
            <translation>请写入每个网关的凭据文件，仅显示这一次："workspace_key": "%1"</translation>
        </message>
    </context>
    <context>
        <name>TemplateForm</name>
        <message>
            <source>Use one line, without tabs or wide gaps.</source>
            <translation>请写成一行，不要使用制表符或连续的多个空格。</translation>
        </message>
        <message>
            <source>A code has letters and digits only.</source>
            <translation>代码只能包含字母和数字。</translation>
        </message>
        <message>
            <source>A code has letters, digits and signs, without spaces.</source>
            <translation>代码可包含字母、数字和符号，不含空格。</translation>
        </message>
        <message>
            <source>A code can't be a link.</source>
            <translation>代码不能是链接。</translation>
        </message>
        <message>
            <source>Write it in degrees, between −%1 and %1.</source>
            <translation>请填写度数，介于 −%1 和 %1 之间。</translation>
        </message>
        <message>
            <source>Choose a day and a time.</source>
            <translation>请选择日期和时间。</translation>
        </message>
        <message>
            <source>Choose a file.</source>
            <translation>请选择文件。</translation>
        </message>
        <message>
            <source>A link has no spaces.</source>
            <translation>链接不能包含空格。</translation>
        </message>
        <message>
            <source>Fill this in.</source>
            <translation>请填写此项。</translation>
        </message>
        <message>
            <source>At most %1 characters fit here.</source>
            <translation>此处最多 %1 个字符。</translation>
        </message>
        <message>
            <source>Picture at the top</source>
            <translation>顶部图片</translation>
        </message>
        <message>
            <source>Video at the top</source>
            <translation>顶部视频</translation>
        </message>
        <message>
            <source>Document at the top</source>
            <translation>顶部文档</translation>
        </message>
        <message>
            <source>Latitude</source>
            <translation>纬度</translation>
        </message>
        <message>
            <source>Longitude</source>
            <translation>经度</translation>
        </message>
        <message>
            <source>Name of the place</source>
            <translation>地点名称</translation>
        </message>
        <message>
            <source>Address of the place</source>
            <translation>地点地址</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>页眉</translation>
        </message>
        <message>
            <source>Value %1</source>
            <translation>值 %1</translation>
        </message>
        <message>
            <source>End of the link “%1”</source>
            <translation>链接“%1”的结尾部分</translation>
        </message>
        <message>
            <source>Code behind “%1”</source>
            <translation>“%1”对应的代码</translation>
        </message>
        <message>
            <source>Code to copy</source>
            <translation>可复制的代码</translation>
        </message>
        <message>
            <source>The platform has paused this template because of its quality.</source>
            <translation>平台因质量问题暂停了此模板。</translation>
        </message>
        <message>
            <source>The platform has rejected this template.</source>
            <translation>平台拒绝了此模板。</translation>
        </message>
        <message>
            <source>The platform has disabled this template.</source>
            <translation>平台停用了此模板。</translation>
        </message>
        <message>
            <source>This template is not approved yet.</source>
            <translation>此模板尚未通过审核。</translation>
        </message>
        <message>
            <source>The platform doesn't let this template be sent now (%1).</source>
            <translation>平台目前不允许发送此模板（%1）。</translation>
        </message>
        <message>
            <source>This template shows products of a catalogue; send it on the phone.</source>
            <translation>此模板展示商品目录中的商品；请在手机上发送。</translation>
        </message>
        <message>
            <source>This template asks for a payment, which Tandem doesn't do.</source>
            <translation>此模板要求付款，Tandem 不支持。</translation>
        </message>
        <message>
            <source>This template starts a call, which coexisting numbers can't do through the platform.</source>
            <translation>此模板会发起通话，共存号码无法通过平台通话。</translation>
        </message>
        <message>
            <source>This template has a part that Tandem doesn't know (%1).</source>
            <translation>此模板包含 Tandem 不认识的部分（%1）。</translation>
        </message>
        <message>
            <source>This template has a row of cards, which Tandem can't fill in.</source>
            <translation>此模板包含一组卡片，Tandem 无法填写。</translation>
        </message>
        <message>
            <source>One-time code</source>
            <translation>一次性验证码</translation>
        </message>
        <message>
            <source>The offer ends</source>
            <translation>优惠截止时间</translation>
        </message>
        <message>
            <source>Filled in, the text has %1 characters; %2 fit.</source>
            <translation>填写后共 %1 个字符，最多 %2 个。</translation>
        </message>
        <message>
            <source>Copy code</source>
            <translation>复制代码</translation>
        </message>
        <message>
            <source>Share phone number</source>
            <translation>分享手机号</translation>
        </message>
        <message>
            <source>{{1}} is your verification code.</source>
            <translation>{{1}} 是您的验证码。</translation>
        </message>
        <message>
            <source>For your security, do not share this code.</source>
            <translation>为了您的安全，请勿分享此验证码。</translation>
        </message>
        <message>
            <source>This code expires in %1 minutes.</source>
            <translation>此验证码将在 %1 分钟后失效。</translation>
        </message>
    </context>
    <context>
        <name>Templates</name>
        <message>
            <source>No linked number of this account has an access token here.</source>
            <translation>此账户中已关联的号码在这里都没有访问令牌。</translation>
        </message>
        <message>
            <source>The list of templates changed again and again while it was read. Try again later.</source>
            <translation>读取期间模板列表不断变化。请稍后再试。</translation>
        </message>
        <message>
            <source>The platform's list of templates has no end.</source>
            <translation>平台的模板列表没有结尾。</translation>
        </message>
    </context>
    <context>
        <name>VoiceRecorder</name>
        <message>
            <source>The recording could not be written to disk.</source>
            <translation>录音无法写入磁盘。</translation>
        </message>
        <message>
            <source>The recording could not be encoded.</source>
            <translation>录音无法编码。</translation>
        </message>
    </context>
    <context>
        <name>WorkspaceCopy</name>
        <message>
            <source>There is no workspace at %1.</source>
            <translation>%1 处没有工作区。</translation>
        </message>
        <message>
            <source>Both workspaces must have this program's schema: run init, or serve the file once with this version.</source>
            <translation>两个工作区都必须是此程序的架构版本：请运行 init，或用此版本打开一次该文件。</translation>
        </message>
        <message>
            <source>The team has no administrator yet: run init with --admin.</source>
            <translation>团队还没有管理员：请运行带 --admin 的 init。</translation>
        </message>
        <message>
            <source>The target already has numbers. Import into an empty workspace.</source>
            <translation>目标中已有号码。请导入到空的工作区。</translation>
        </message>
        <message>
            <source>Import moves a single desk's file into a team's database, or back.</source>
            <translation>导入会把单机文件移入团队数据库，或移回。</translation>
        </message>
        <message>
            <source>Only the login that ran init can copy a team's workspace.</source>
            <translation>只有运行过 init 的登录才能复制团队的工作区。</translation>
        </message>
        <message>
            <source>A gateway still serves the team's workspace. Stop all gateways, then import.</source>
            <translation>仍有网关在服务此团队工作区。请先停止所有网关，再导入。</translation>
        </message>
        <message>
            <source>It was waiting when the workspace was copied. Send it again if the old workspace did not send it.</source>
            <translation>复制工作区时它仍在等待发送。如果旧工作区没有发送，请重新发送。</translation>
        </message>
    </context>
</TS>
