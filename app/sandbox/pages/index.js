// What is where, what the platform has seen, and the switches that make it behave badly.
'use strict';
document.title = t('Practice platform', '练习平台');
const door = (href, glyph, title, text) => el('a', { class: 'door', href: href + location.search }, icon(glyph, 28), el('b', {}, title), el('span', { class: 'hint' }, text));
const table = el('table');
const switches = el('div', { class: 'switches' });
const names = {
    disorder: t('Out of order', '乱序'), duplicates: t('Duplicates', '重复'), batch: t('Batches', '批量'), delay: t('Delays', '延迟'), '5xx': t('Server errors', '服务器错误'), drop: t('Cut connections', '断开连接'),
    slow: t('Slow answers', '响应缓慢'), expired_token: t('Expired token', '令牌过期'), missing_history_chunk: t('Missing history chunk', '历史缺块'), late_refusal: t('Late refusals', '延后拒绝'), dialect: t('Other dialect', '另一种格式'), stale_cursor: t('Stale list cursors', '列表游标失效')
};
const done = el('span', { class: 'hint', role: 'status' });
const failures = { 131026: t('not on the service', '对方不在服务上'), 131047: t('window closed', '窗口已关闭'), 131049: t('held back by the platform', '被平台拦下'), 131042: t('payment', '付款问题'), 131053: t('file not accepted', '文件不被接受'), 131048: t('spam limit', '垃圾信息限制') };
const failure = el('select', { 'aria-label': t('Reason', '原因') }, Object.entries(failures).map(([code, text]) => el('option', { value: code }, `${code} · ${text}`)));
const happens = (label, action) => el('button', { type: 'button', onclick: async () => {
    try { done.textContent = await action(); } catch { done.textContent = t('Link a number first.', '请先绑定号码。'); }
} }, label);
const happenings = el('div', { class: 'switches' },
    happens(t('A conversation of every type', '包含所有类型的对话'), async () => { await call('/_control/every_type', {}); return t('Nadia Rahman has written.', 'Nadia Rahman 已发来消息。'); }),
    happens(t('A day passes', '过去一天'), async () => { await call('/_control/clock', { advance_seconds: 86400 }); return t('It is tomorrow for the platform.', '平台时间已到明天。'); }),
    happens(t('The next message fails:', '下一条消息失败：'), async () => { await call('/_control/fail', { code: Number(failure.value) }); return t('The next message from Tandem will fail.', 'Tandem 的下一条消息将失败。'); }), failure, done);
document.getElementById('main').append(el('h1', {}, t('Practice platform', '练习平台')),
    el('p', {}, t('Stands in for Meta’s platform, the owner’s phone and the customers. Nothing leaves this computer.', '代替 Meta 的平台、店主的手机和客户，任何内容都不会离开这台电脑。')),
    el('div', { class: 'doors' }, door('/phone', 'phone', t('The phone', '手机'), t('Scan the code, write as the owner, disconnect.', '扫码、以店主身份发消息、解绑。')), door('/customers', 'people', t('The customers', '客户'), t('Write to the business, read its answers.', '给商家写消息、阅读回复。')), door('/_log?summary=1', 'file', t('The log', '日志'), t('Every attempt to send, and the densest second.', '每次发送尝试，以及最密集的一秒。'))),
    table, el('h2', {}, t('Let something happen', '让事情发生')), happenings, el('h2', {}, t('Make it difficult', '制造困难')), switches);

async function refresh() {
    const state = await call('/_state');
    const figures = await call('/_log?summary=1');
    const cell = (text, figure) => el('td', { class: figure ? 'figure' : null }, String(text));
    const head = (text, figure) => el('th', { class: figure ? 'figure' : null }, text);
    table.replaceChildren(el('tr', {}, head(t('Number', '号码')), head(t('State', '状态')), head(t('Messages', '消息'), true), head(t('Limit / s', '每秒上限'), true)),
        ...state.accounts.map(a => el('tr', {}, cell(a.display + ' · ' + a.name), cell(a.offboarded ? t('changing phone', '更换手机中') : a.linked ? t('linked', '已绑定') : t('not linked', '未绑定')), cell(a.messages, true), cell(a.per_second, true))),
        el('tr', {}, cell(t('Webhooks acknowledged / repeated / waiting', 'Webhook 已确认 / 重试 / 等待')), cell(''), cell(`${state.webhooks.acknowledged} / ${state.webhooks.retried} / ${state.webhooks.waiting}`, true), cell('')),
        el('tr', {}, cell(t('Sent through the API: accepted / refused', '经 API 发送：接受 / 拒绝')), cell(''), cell(`${figures.accepted} / ${figures.attempts - figures.accepted}`, true), cell('')),
        el('tr', {}, cell(t('Densest second: API / with the phone', '最密集一秒：API / 含手机')), cell(''), cell(`${figures.max_per_second_accepted} / ${figures.max_per_second_with_phone}`, true), cell('')));
    switches.replaceChildren(...Object.entries(state.chaos).map(([name, chance]) => el('button', { type: 'button', 'aria-pressed': chance > 0 ? 'true' : 'false', onclick: async () => { await call('/_control/chaos', { [name]: !(chance > 0) }); refresh(); } }, names[name] || name)));
}
async function forever() {
    try { await refresh(); } catch { /* the sandbox is away for a moment */ }
    setTimeout(forever, 1500);
}
forever();
