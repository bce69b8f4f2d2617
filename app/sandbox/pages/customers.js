// The customers: choose one, write to the business, react, edit, delete. Opening a chat reads what came.
'use strict';
const main = document.getElementById('main');
const list = document.getElementById('list');
const search = document.getElementById('search');
const number = new URLSearchParams(location.search).get('number') || '';
let open = new URLSearchParams(location.search).get('key') || '';
let account = null;
let writing = null;
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
    document.body.classList.add('open');
    drawn = '';
    refresh();
}

const actions = {
    side: 'customer',
    react: (message, emoji) => act('react', { id: message.id, emoji }),
    reply: message => writing.reply(message),
    edit: message => writing.edit(message),
    remove: message => act('delete', { id: message.id }),
    press: (message, button) => (message.author === 'customer' ? null : act('press', { id: message.id, button })),
    play: message => (message.author === 'customer' ? null : act('play', { id: message.id })),
    reveal: message => act('reveal', { id: message.id }),
    mayEdit: message => message.author === 'customer' && message.live && ['text', 'image', 'video', 'document'].includes(message.type),
    mayDelete: message => message.author === 'customer' && message.live
};

/** What this person can do besides writing. */
function personMenu(chat) {
    menu_(chat.name || chat.username, [
        chat.phone !== '+' && [t('Change the phone number', '更换电话号码'), t('The platform tells Tandem', '平台会通知 Tandem'), async () => {
            const given = await form(t('New phone number', '新号码'), [{ name: 'to', label: t('With country code', '含国家代码'), value: chat.phone }]);
            if (given && given.to) await act('change_number', { from: open, to: given.to });
        }],
        [t('Get a new user id', '获得新的用户 ID'), chat.user_id, () => act('change_user_id', { from: open })],
        [t('Change the device', '更换设备'), t('A new security code', '新的安全码'), () => act('change_device', { from: open })],
        [chat.stopped_marketing ? t('Allow offers again', '恢复接收营销消息') : t('Stop offers', '停止接收营销消息'), t('Marketing templates then fail', '营销模板将发送失败'), () => act('marketing', { from: open, stop: !chat.stopped_marketing })],
        [chat.blocks_business ? t('Unblock the business', '取消屏蔽商家') : t('Block the business', '屏蔽商家'), '', () => act('block', { from: open, on: !chat.blocks_business })]].filter(Boolean));
}

let drawn = '';
let current = null;
async function drawChat() {
    if (!open) {
        if (!main.childElementCount) main.append(el('div', { class: 'empty' }, el('h1', {}, t('Who writes?', '由谁来写？')), el('p', {}, t('Choose a customer on the left. What you write arrives at the business as a real message would.', '请在左侧选择客户。您写的内容会像真实消息一样到达商家。'))));
        return;
    }
    const asked = open;
    const chat = await call('/_customers/chat?' + new URLSearchParams({ number, key: asked }));
    if (asked !== open) return;
    // Somebody with a new number is found by the old one too, and goes by the new one from now on.
    open = chat.key;
    // What could not be delivered never reached this person.
    chat.messages = chat.messages.filter(m => m.author === 'customer' || m.status !== 'failed');
    if (drawn !== open) {
        drawn = open;
        writing = composer({ customer: true, send: body => act('send', { from: open, ...body }), edit: (id, text) => act('edit', { id, text }) });
        main.replaceChildren(el('div', { class: 'head' }, avatar(chat.name || chat.username), el('span', {}, el('b', { dir: 'auto' }, chat.name || chat.username), el('span', { class: 'hint' }, chat.phone !== '+' ? chat.phone : chat.username)), el('span', { class: 'tag' }, t('writes to ', '发送至 ') + account.display), el('button', { type: 'button', class: 'more', id: 'person', title: t('More', '更多'), onclick: () => personMenu(current) }, icon('dots', 22))), el('div', { class: 'hint state', id: 'state', hidden: true }), el('div', { class: 'bubbles', id: 'bubbles' }), ...writing.nodes);
        writing.text.focus();
    }
    current = chat;
    const state = [chat.blocked && t('The business has blocked this customer: nothing arrives.', '商家已屏蔽此客户：消息不会送达。'), chat.blocks_business && t('This customer blocks the business.', '此客户已屏蔽商家。'), chat.stopped_marketing && t('No offers, please.', '已停止接收营销消息。')].filter(Boolean).join(' ');
    document.getElementById('state').hidden = !state;
    document.getElementById('state').textContent = state;
    drawBubbles(document.getElementById('bubbles'), chat, { mine: m => m.author === 'customer', actions, typing: true });
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
