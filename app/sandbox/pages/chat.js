// Bubbles, shared by the phone and the customers.
'use strict';
const kinds = {
    image: () => t('Photo', '图片'), video: () => t('Video', '视频'), audio: () => t('Voice message', '语音'), document: () => t('Document', '文件'),
    sticker: () => t('Sticker', '贴纸'), location: () => t('Location', '位置'), contacts: () => t('Contact', '联系人'), interactive: () => t('Buttons', '按钮'), template: () => t('Template', '模板')
};
function glance(message) {
    if (!message) return '';
    if (message.revoked) return t('Deleted', '已删除');
    const kind = kinds[message.type];
    if (message.type === 'text' || message.type === 'template' || message.type === 'interactive') return message.text || (kind ? kind() : message.type);
    return (kind ? kind() : message.type) + (message.text ? ' · ' + message.text : '');
}

const ticks = { accepted: '🕓', sent: '✓', delivered: '✓✓', read: '✓✓', failed: '!' };

function media(message) {
    const source = '/_media/' + message.media;
    switch (message.type) {
    case 'image': return el('img', { class: 'photo', src: source, alt: kinds.image(), loading: 'lazy' });
    case 'sticker': return el('img', { class: 'sticker', src: source, alt: kinds.sticker() });
    case 'video': return el('video', { src: source, controls: true, preload: 'metadata' });
    case 'audio': return el('audio', { src: source, controls: true, preload: 'metadata' });
    default: return el('a', { class: 'card', href: source, target: '_blank' }, icon('file', 26), el('span', {}, message.filename || kinds.document()));
    }
}

/** One bubble. options: mine (bool), all (Map of id to message), tools (message → [[label, action]…]), sender (text). */
function bubble(message, options) {
    const node = el('div', { class: 'bubble' + (options.mine ? ' mine' : '') + (options.first ? ' first' : ''), 'data-id': message.id });
    if (options.sender) node.append(el('span', { class: 'who' }, options.sender));
    if (message.revoked) {
        node.append(el('span', { class: 'gone' }, t('This message was deleted', '此消息已删除')));
    } else {
        const quoted = message.reply_to && options.all.get(message.reply_to);
        if (quoted) node.append(el('span', { class: 'quote', dir: 'auto' }, glance(quoted)));
        if (message.media) node.append(media(message));
        if (message.type === 'location') node.append(el('span', { class: 'card' }, icon('place', 26), el('span', {}, message.place || kinds.location())));
        if (message.text) node.append(el('span', { class: 'said', dir: 'auto' }, message.text));
        if (!message.text && !message.media && message.type !== 'location') node.append(el('span', { class: 'gone' }, kinds[message.type] ? kinds[message.type]() : message.type));
    }
    const state = options.mine && !message.revoked ? (message.author === 'customer' ? (message.seen ? 'read' : 'delivered') : message.status) : '';
    node.append(el('span', { class: 'foot ' + state }, (message.edited ? t('edited ', '已编辑 ') : '') + clock(message.timestamp) + ' ', state && el('span', { class: 'ticks', title: state }, ticks[state] || '')));
    const reactions = Object.values(message.reactions || {});
    if (reactions.length) {
        node.classList.add('reacted');
        node.append(el('span', { class: 'reaction' }, reactions.join(' ')));
    }
    const tools = message.revoked ? [] : options.tools(message);
    if (tools.length) node.append(el('div', { class: 'tools' }, tools.map(([label, action]) => el('button', { type: 'button', onclick: action, title: label }, label))));
    return node;
}

/** Draws the chat again only when something changed, and stays at the end when it was there. */
function drawBubbles(place, chat, options) {
    const key = JSON.stringify(chat.messages) + chat.key;
    if (place.dataset.drawn === key) return;
    const sameChat = place.dataset.chat === chat.key;
    const atEnd = !sameChat || place.scrollHeight - place.scrollTop - place.clientHeight < 60;
    const all = new Map(chat.messages.map(m => [m.id, m]));
    const nodes = [];
    let lastDay = '';
    let lastSide = '';
    for (const message of chat.messages) {
        const today = day(message.timestamp);
        if (today !== lastDay) nodes.push(el('div', { class: 'day' }, today));
        const mine = options.mine(message);
        const side = message.author;
        nodes.push(bubble(message, { mine, all, tools: options.tools, first: side !== lastSide || today !== lastDay, sender: options.sender ? options.sender(message) : '' }));
        lastDay = today;
        lastSide = side;
    }
    place.replaceChildren(...nodes);
    place.dataset.drawn = key;
    place.dataset.chat = chat.key;
    if (atEnd) {
        place.scrollTop = place.scrollHeight;
        for (const picture of place.querySelectorAll('img')) picture.addEventListener('load', () => { place.scrollTop = place.scrollHeight; }, { once: true });
    }
}

/** A composer: text, Enter to send, a menu of files. send({text}|{kind}|{media}) returns a promise. */
function composer(send, extras) {
    const text = el('textarea', { rows: 1, placeholder: t('Message', '输入消息'), 'aria-label': t('Message', '输入消息'), class: 'write' });
    const file = el('input', { type: 'file', hidden: true, onchange: async () => {
        const picked = file.files[0];
        if (!picked) return;
        const base64 = await new Promise(done => { const r = new FileReader(); r.onload = () => done(r.result.split(',')[1]); r.readAsDataURL(picked); });
        await send({ media: { mime: picked.type || 'application/octet-stream', base64, filename: picked.name } });
        file.value = '';
    } });
    const go = async () => {
        const said = text.value.trim();
        if (!said) return;
        text.value = '';
        await send({ text: said });
        text.focus();
    };
    text.addEventListener('keydown', event => {
        if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); go(); }
    });
    const pick = (kind, label) => el('button', { type: 'button', 'data-kind': kind, onclick: () => send({ kind }).then(() => { menu.hidden = true; }) }, label);
    const menu = el('div', { class: 'menu', hidden: true }, pick('photo', kinds.image()), pick('voice', kinds.audio()), pick('video', kinds.video()), pick('document', kinds.document()),
        pick('sticker', kinds.sticker()), pick('location', kinds.location()), el('button', { type: 'button', onclick: () => file.click() }, t('A file of mine…', '选择文件…')));
    const bar = el('div', { class: 'composer' }, el('button', { class: 'round plain', type: 'button', title: t('Attach', '附件'), onclick: () => { menu.hidden = !menu.hidden; } }, icon('clip')),
        text, el('button', { class: 'round send', type: 'button', title: t('Send', '发送'), onclick: go }, icon('send')), file);
    return { nodes: [extras, menu, bar].filter(Boolean), text };
}

function chatRow(chat, count, on, open) {
    return el('button', { class: 'row' + (on ? ' on' : ''), type: 'button', 'data-key': chat.key, onclick: open }, avatar(chat.name || chat.username || chat.phone),
        el('span', { class: 'text' }, el('span', { class: 'name' }, el('span', { dir: 'auto' }, chat.name || chat.username || '+' + chat.phone), el('span', { class: 'when' }, chat.last ? when(chat.last.timestamp) : '')),
            el('span', { class: 'last' }, el('bdi', {}, glance(chat.last)), count ? el('span', { class: 'count' }, String(count)) : null)));
}
