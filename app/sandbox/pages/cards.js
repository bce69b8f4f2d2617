// What a message of each type looks like inside its bubble.
'use strict';
const kinds = {
    image: () => t('Photo', '图片'), video: () => t('Video', '视频'), audio: () => t('Audio', '音频'), document: () => t('Document', '文件'),
    sticker: () => t('Sticker', '贴纸'), location: () => t('Location', '位置'), contacts: () => t('Contact', '联系人'), interactive: () => t('Question', '提问'), template: () => t('Template', '模板'),
    order: () => t('Order', '订单'), button: () => t('Answer', '回答'), system: () => t('Notice', '提示'), unsupported: () => t('Cannot be shown', '无法显示'), request_welcome: () => t('Opened the chat', '打开了聊天')
};
function kindOf(message) {
    if (message.type === 'audio' && message.voice) return t('Voice message', '语音');
    return kinds[message.type] ? kinds[message.type]() : message.type;
}
function glance(message) {
    if (!message) return '';
    if (message.revoked) return t('Deleted', '已删除');
    if (['text', 'template', 'interactive', 'button', 'system'].includes(message.type)) return message.text || kindOf(message);
    const name = message.type === 'contacts' ? contactName(message.content.list[0]) : message.filename || message.place || '';
    return [kindOf(message), message.text || name].filter(Boolean).join(' · ');
}

/** *bold*, _italic_, ~strike~, ```code``` and links, as nodes: text only ever becomes text. */
function said(text) {
    const rule = /```([\s\S]+?)```|(https?:\/\/[^\s]+)|(?<![\p{L}\p{N}])([*_~])(?=\S)(.+?)(?<=\S)\3(?![\p{L}\p{N}])/gu;
    const nodes = [];
    let at = 0;
    for (const match of text.matchAll(rule)) {
        nodes.push(text.slice(at, match.index));
        if (match[1]) nodes.push(el('code', {}, match[1]));
        else if (match[2]) nodes.push(el('a', { href: match[2], target: '_blank', rel: 'noopener' }, match[2]));
        else nodes.push(el({ '*': 'b', _: 'i', '~': 's' }[match[3]], {}, match[4]));
        at = match.index + match[0].length;
    }
    nodes.push(text.slice(at));
    return el('span', { class: 'said', dir: 'auto' }, nodes.filter(Boolean));
}

function card(glyph, title, ...lines) {
    return el('span', { class: 'card' }, icon(glyph, 26), el('span', {}, el('b', { dir: 'auto' }, title), lines.filter(Boolean).map(line => el('span', { class: 'hint', dir: 'auto' }, line))));
}
function contactName(contact) {
    return contact && contact.name ? contact.name.formatted_name : '';
}
function place(content) {
    const at = `${Number(content.latitude).toFixed(4)}, ${Number(content.longitude).toFixed(4)}`;
    return el('span', { class: 'map' }, el('span', { class: 'ground' }, icon('place', 34)), el('span', { class: 'where' }, el('b', { dir: 'auto' }, content.name || t('Location', '位置')), el('span', { class: 'hint', dir: 'auto' }, content.address || at)));
}
function order(content) {
    const items = content.product_items || [];
    const sum = items.reduce((all, item) => all + item.quantity * item.item_price, 0);
    const currency = items.length ? items[0].currency : '';
    return card('cart', t(`Order of ${items.reduce((n, i) => n + i.quantity, 0)} items`, `订单，共 ${items.reduce((n, i) => n + i.quantity, 0)} 件`), ...items.map(item => `${item.quantity} × ${item.product_retailer_id}`), `${currency} ${sum.toFixed(2)}`);
}

function media(message, actions) {
    const source = '/_media/' + message.media;
    switch (message.type) {
    case 'image': return el('img', { class: 'photo', src: source, alt: kindOf(message), loading: 'lazy' });
    case 'sticker': return el('img', { class: 'sticker', src: source, alt: kindOf(message) });
    case 'video': return el('video', { src: source, controls: true, preload: 'metadata' });
    case 'audio': return el('span', { class: 'voice' }, icon(message.voice ? 'mic' : 'music', 22), el('audio', { src: source, controls: true, preload: 'metadata', onplay: () => actions.play && actions.play(message) }));
    case 'interactive':
    case 'template': return el('img', { class: 'photo', src: source, alt: '', onerror: event => event.target.replaceWith(el('a', { class: 'card', href: source, target: '_blank' }, icon('file', 26), t('Attachment', '附件'))) });
    default: return el('a', { class: 'card', href: source, target: '_blank' }, icon('file', 26), el('span', {}, message.filename || kindOf(message)));
    }
}

/** The buttons of a question; `press(button)` answers it where somebody can. */
function choices(message, press) {
    const content = message.content || {};
    const action = content.action || {};
    const button = (text, what, glyph) => el('button', { type: 'button', class: 'choice', disabled: !press || what === null, onclick: () => press(what) }, glyph && icon(glyph, 16), text);
    if (message.type === 'template') return ((content.shown || {}).buttons || []).map(b => button(b.text + (b.code ? ' · ' + b.code : ''), b.type === 'quick_reply' ? b.text : null, b.type === 'url' ? 'link' : b.type === 'phone_number' ? 'phone' : null));
    if (content.type === 'button') return (action.buttons || []).map(b => button(b.reply.title, b.reply.id));
    if (content.type === 'list') return [el('span', { class: 'hint pad' }, action.button), ...(action.sections || []).flatMap(s => [s.title && el('span', { class: 'hint pad' }, s.title), ...s.rows.map(r => button(el('span', {}, r.title, r.description && el('span', { class: 'hint' }, r.description)), r.id))])].filter(Boolean);
    if (content.type === 'cta_url') return [el('a', { class: 'choice', href: action.parameters.url, target: '_blank', rel: 'noopener' }, icon('link', 16), action.parameters.display_text)];
    if (content.type === 'location_request_message') return [button(t('Send location', '发送位置'), '', 'place')];
    if (content.type === 'flow') return [button((action.parameters || {}).flow_cta || t('Open', '打开'), '')];
    return [];
}

/** Everything inside a bubble between the quote and the foot. */
function inside(message, actions) {
    const content = message.content || {};
    const more = message.more || {};
    const nodes = [];
    const context = more.context || {};
    if (context.forwarded || context.frequently_forwarded) nodes.push(el('span', { class: 'mark' }, icon('forward', 14), context.forwarded ? t('Forwarded', '转发') : t('Forwarded many times', '多次转发')));
    if (context.referred_product) nodes.push(card('cart', context.referred_product.product_retailer_id, t('Asks about this product', '咨询此商品')));
    if (more.referral) nodes.push(card('bell', more.referral.headline || t('Advertisement', '广告'), more.referral.body, more.referral.source_url));
    if (more.group_id) nodes.push(el('span', { class: 'mark' }, icon('people', 14), t('Group', '群组')));
    const shown = content.shown || {};
    if (message.media) nodes.push(media(message, actions));
    if (shown.header) nodes.push(el('b', { dir: 'auto', class: 'said title' }, shown.header));
    if (message.type === 'interactive' && content.header && content.header.text) nodes.push(el('b', { class: 'said title', dir: 'auto' }, content.header.text));
    if (message.type === 'location') nodes.push(place(content));
    if (message.type === 'contacts') nodes.push(...content.list.map(c => card('user', contactName(c), ...(c.phones || []).map(p => p.phone), c.org && c.org.company)));
    if (message.type === 'order') nodes.push(order(content));
    if (message.type === 'unsupported') nodes.push(card('help', (more.errors || [{}])[0].code === 131060 ? t('Not available at the moment', '暂时无法获取') : t('Cannot be shown', '无法显示'), content.type, (more.errors || [{ code: '' }])[0].code + ''));
    if (content.nfm_reply) nodes.push(card('check', content.nfm_reply.body || 'Flow', content.nfm_reply.response_json));
    if (message.text) nodes.push(said(message.text));
    if (content.list_reply && content.list_reply.description) nodes.push(el('span', { class: 'hint line' }, content.list_reply.description));
    const footer = shown.footer || (content.footer || {}).text;
    if (footer) nodes.push(el('span', { class: 'hint line' }, footer));
    if (!nodes.length) nodes.push(el('span', { class: 'gone' }, kindOf(message)));
    if (message.withheld) nodes.push(el('span', { class: 'mark' }, t('Tandem was only told “unavailable”.', 'Tandem 只收到“不可用”。'), actions.reveal && el('button', { type: 'button', class: 'small', onclick: () => actions.reveal(message) }, t('Send it now', '现在送达'))));
    const buttons = choices(message, actions.press && (what => actions.press(message, what)));
    if (buttons.length) nodes.push(el('span', { class: 'choices' }, buttons));
    return nodes;
}
