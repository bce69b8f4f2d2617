// The customers: choose one, write to the business, react, edit, delete. Opening a chat reads what came.
'use strict';
const main = document.getElementById('main');
const list = document.getElementById('list');
const search = document.getElementById('search');
const number = new URLSearchParams(location.search).get('number') || '';
let open = new URLSearchParams(location.search).get('key') || '';
let account = null;
let replyTo = null;
document.title = t('Customers (practice)', '客户（练习）');
document.getElementById('title').textContent = t('Customers', '客户');
search.placeholder = t('Search customers', '搜索客户');

async function act(action, body) {
    try {
        await call('/_customers/' + action, { number, ...body });
    } catch (error) {
        if (error.status !== 409) throw error;
    }
    await refresh();
}

function choose(key) {
    open = key;
    replyTo = null;
    document.body.classList.add('open');
    drawn = '';
    refresh();
}

function drawNote() {
    const note = document.getElementById('note');
    note.hidden = !replyTo;
    if (replyTo) note.replaceChildren(el('span', { dir: 'auto' }, t('Reply to: ', '回复：') + glance(replyTo)), el('button', { type: 'button', onclick: () => { replyTo = null; drawNote(); } }, t('Cancel', '取消')));
}

function toolsOf(message) {
    const tools = [[t('Reply', '回复'), () => { replyTo = message; drawNote(); document.querySelector('.write').focus(); }]];
    for (const emoji of ['👍', '❤️', '😂']) {
        const mine = (message.reactions || {}).customer === emoji;
        tools.push([emoji, () => act('react', { id: message.id, emoji: mine ? '' : emoji })]);
    }
    if (message.author === 'customer' && message.live) {
        if (message.type === 'text') tools.push([t('Edit', '编辑'), () => {
            const text = prompt(t('Edit message', '编辑消息'), message.text);
            if (text) act('edit', { id: message.id, text });
        }]);
        tools.push([t('Delete', '删除'), () => act('delete', { id: message.id })]);
    }
    return tools;
}

let drawn = '';
async function drawChat() {
    if (!open) {
        if (!main.childElementCount) main.append(el('div', { class: 'empty' }, el('h1', {}, t('Who writes?', '由谁来写？')), el('p', {}, t('Choose a customer on the left. What you write arrives at the business as a real message would.', '请在左侧选择客户。您写的内容会像真实消息一样到达商家。'))));
        return;
    }
    const chat = await call('/_customers/chat?' + new URLSearchParams({ number, key: open }));
    if (chat.key !== open) return;
    if (drawn !== open) {
        drawn = open;
        const writing = composer(body => act('send', { from: open, reply_to: replyTo ? replyTo.id : '', ...body }).then(() => { replyTo = null; drawNote(); }), el('div', { class: 'note', id: 'note', hidden: true }));
        main.replaceChildren(el('div', { class: 'head' }, avatar(chat.name || chat.username), el('span', {}, el('b', { dir: 'auto' }, chat.name || chat.username), el('span', { class: 'hint' }, chat.phone !== '+' ? chat.phone : chat.username)), el('span', { class: 'tag' }, t('writes to ', '发送至 ') + account.display)), el('div', { class: 'bubbles', id: 'bubbles' }), ...writing.nodes);
        writing.text.focus();
    }
    drawBubbles(document.getElementById('bubbles'), chat, { mine: m => m.author === 'customer', tools: toolsOf });
    if (document.hasFocus() && chat.messages.some(m => m.author === 'api' && (m.status === 'sent' || m.status === 'delivered'))) await call('/_customers/read', { number, from: open });
}

async function refresh() {
    const state = await call('/_customers/state?' + new URLSearchParams({ number, q: search.value }));
    account = state.account;
    document.getElementById('of').textContent = t('of ', '商家：') + account.name + ' · ' + account.display;
    const key = JSON.stringify(state.chats) + open;
    if (list.dataset.drawn !== key) {
        const top = list.scrollTop;
        list.dataset.drawn = key;
        list.replaceChildren(...state.chats.map(chat => chatRow(chat, chat.for_customer, chat.key === open, () => choose(chat.key))));
        list.scrollTop = top;
    }
    await drawChat();
}

search.addEventListener('input', refresh);
async function forever() {
    try { await refresh(); } catch { /* the sandbox is away for a moment */ }
    setTimeout(forever, 700);
}
if (open) document.body.classList.add('open');
forever();
