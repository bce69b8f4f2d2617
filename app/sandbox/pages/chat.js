// Bubbles and rows, shared by the phone and the customers.
'use strict';
const ticks = { accepted: '🕓', sent: '✓', delivered: '✓✓', read: '✓✓', played: '✓✓', failed: '!' };
const quickEmoji = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

/** Icons over a bubble. actions: react, reply, edit, remove, each only where it may be done. */
function toolbar(message, actions) {
    const mine = (message.reactions || {})[actions.side];
    const tool = (glyph, title, action) => action && el('button', { type: 'button', title, 'data-tool': glyph, onclick: () => action(message) }, icon(glyph, 17));
    const emojis = actions.react ? quickEmoji.map(emoji => el('button', { type: 'button', class: 'emoji' + (mine === emoji ? ' on' : ''), title: emoji, onclick: () => actions.react(message, mine === emoji ? '' : emoji) }, emoji)) : [];
    const other = actions.react && el('button', { type: 'button', class: 'emoji', title: t('Another emoji', '其他表情'), onclick: async () => {
        const given = await form(t('React with', '回应'), [{ name: 'emoji', label: t('Emoji', '表情'), value: '🌿' }]);
        if (given && given.emoji) actions.react(message, given.emoji);
    } }, icon('plus', 16));
    return el('div', { class: 'tools' }, emojis, other, tool('reply', t('Reply', '回复'), actions.reply), actions.mayEdit(message) && tool('pencil', t('Edit', '编辑'), actions.edit), actions.mayDelete(message) && tool('trash', t('Delete', '删除'), actions.remove));
}

function foot(message, mine) {
    const state = mine && !message.revoked ? (message.author === 'customer' ? (message.seen ? 'read' : 'delivered') : message.status) : '';
    const words = { played: t('played', '已播放'), failed: t('not delivered', '未送达') };
    return el('span', { class: 'foot ' + state }, message.edited && el('span', {}, t('edited ', '已编辑 ')), clock(message.timestamp) + ' ', state && el('span', { class: 'ticks', title: words[state] || state }, ticks[state] || state), state === 'failed' && message.error ? ' ' + message.error : '');
}

/** One bubble. options: mine (bool), all (Map of id to message), actions, sender (text). */
function bubble(message, options) {
    if (message.type === 'system') return el('div', { class: 'day', 'data-id': message.id }, message.text);
    const bare = message.type === 'sticker' && !message.revoked;
    const node = el('div', { class: 'bubble' + (options.mine ? ' mine' : '') + (options.first ? ' first' : '') + (bare ? ' bare' : ''), 'data-id': message.id, tabindex: 0 });
    if (options.sender) node.append(el('span', { class: 'who' }, options.sender));
    if (message.revoked) {
        node.append(el('span', { class: 'gone' }, t('This message was deleted', '此消息已删除')));
    } else {
        const quoted = message.reply_to && options.all.get(message.reply_to);
        if (quoted) node.append(el('span', { class: 'quote', dir: 'auto' }, glance(quoted)));
        node.append(...inside(message, options.actions));
    }
    node.append(foot(message, options.mine));
    const reactions = Object.entries(message.reactions || {});
    if (reactions.length && !message.revoked) {
        node.classList.add('reacted');
        node.append(el('span', { class: 'reaction' }, reactions.map(([, emoji]) => emoji).join(' ')));
    }
    if (!message.revoked) node.append(toolbar(message, options.actions));
    return node;
}

const drawnNodes = new WeakMap();
/** Draws what changed only, so that a playing video goes on, and stays at the end when it was there. */
function drawBubbles(place, chat, options) {
    const sameChat = place.dataset.chat === chat.key;
    const follow = stick(place);
    if (!sameChat) follow.end = true;
    const known = (sameChat && drawnNodes.get(place)) || new Map();
    const fresh = new Map();
    const all = new Map(chat.messages.map(m => [m.id, m]));
    let changed = false;
    const keep = (id, key, make) => {
        const old = known.get(id);
        const node = old && old.key === key ? old.node : make();
        changed = changed || !old || old.key !== key;
        fresh.set(id, { key, node });
    };
    let lastDay = '';
    let lastSide = '';
    for (const message of chat.messages) {
        const today = day(message.timestamp);
        if (today !== lastDay) keep('day ' + today, today, () => el('div', { class: 'day' }, today));
        const first = message.author !== lastSide || today !== lastDay;
        const mine = options.mine(message);
        keep(message.id, JSON.stringify([message, first, glance(all.get(message.reply_to))]), () => bubble(message, { mine, all, first, actions: options.actions, sender: options.sender && first ? options.sender(message) : '' }));
        lastDay = today;
        lastSide = message.author;
    }
    if (chat.typing && options.typing) keep('typing', '', () => el('div', { class: 'bubble first typing', title: t('typing', '正在输入') }, el('i'), el('i'), el('i')));
    if (!changed && known.size === fresh.size && sameChat) return;
    const nodes = [...fresh.values()].map(entry => entry.node);
    const wanted = new Set(nodes);
    for (const child of [...place.children]) if (!wanted.has(child)) child.remove();
    let at = place.firstChild;
    for (const node of nodes) {
        if (at === node) at = at.nextSibling;
        else place.insertBefore(node, at);
    }
    drawnNodes.set(place, fresh);
    place.dataset.chat = chat.key;
    if (!follow.end) return;
    place.scrollTop = place.scrollHeight;
    for (const part of place.querySelectorAll('img, video')) for (const ready of ['load', 'loadedmetadata']) part.addEventListener(ready, follow, { once: true });
}

const followers = new WeakMap();
/** Remembers whether the reader is at the end, and keeps them there when pictures load or the place gets smaller. */
function stick(place) {
    if (followers.has(place)) return followers.get(place);
    const follow = () => { if (follow.end) place.scrollTop = place.scrollHeight; };
    follow.end = true;
    place.addEventListener('scroll', () => { follow.end = place.scrollHeight - place.scrollTop - place.clientHeight < 60; });
    new ResizeObserver(follow).observe(place);
    followers.set(place, follow);
    return follow;
}

function chatRow(chat, count, on, open) {
    return el('button', { class: 'row' + (on ? ' on' : ''), type: 'button', 'data-key': chat.key, onclick: open }, avatar(chat.name || chat.username || chat.phone),
        el('span', { class: 'text' }, el('span', { class: 'name' }, el('span', { dir: 'auto' }, chat.name || chat.username || '+' + chat.phone), el('span', { class: 'when' }, chat.last ? when(chat.last.timestamp) : '')),
            el('span', { class: 'last' }, el('bdi', {}, glance(chat.last)), count ? el('span', { class: 'count' }, String(count)) : null)));
}
