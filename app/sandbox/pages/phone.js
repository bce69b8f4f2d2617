// The owner's phone: chats, scanning, settings. What it does are the POSTs of app/sandbox/README.md.
'use strict';
const screen_ = document.getElementById('screen');
const aside = document.getElementById('aside');
let number = new URLSearchParams(location.search).get('number') || '';
let view = { name: 'chats' };
let state = null;
let filter = '';
let shown = '';
let writing = null;
document.title = t('Phone (practice)', '手机（练习）');

function go(name, more) {
    view = { name, ...more };
    shown = '';
    refresh();
}
async function act(action, body) {
    try {
        await call('/_phone/' + action, { number: state.account && state.account.number, ...body });
    } catch (error) {
        if (error.status !== 409) throw error;
    }
    await refresh();
}

function status() {
    return el('div', { class: 'status' }, el('span', {}, clock(Date.now() / 1000)), el('span', { class: 'lens' }), el('span', {}, '5G'));
}
function bar(title, back, ...more) {
    return el('div', { class: 'bar' }, back && el('button', { type: 'button', title: t('Back', '返回'), id: 'back', onclick: back }, icon('back')), typeof title === 'string' ? el('h2', {}, title) : title, ...more);
}
function item(glyph, title, hint, action, danger, disabled) {
    return el('button', { class: 'item' + (danger ? ' danger' : ''), type: 'button', onclick: action, disabled: !!disabled }, icon(glyph, 24), el('span', {}, el('b', {}, title), hint && el('span', { class: 'hint' }, hint)));
}

const screens = {
    chats() {
        const list = el('div', { class: 'scroll', id: 'list' });
        const search = el('input', { type: 'search', id: 'search', placeholder: t('Search', '搜索'), oninput: () => { filter = search.value; shown = ''; refresh(true); } });
        search.value = filter;
        const waiting = state.signup;
        return [status(), bar(t('Chats', '聊天'), null, el('button', { type: 'button', id: 'scan', title: t('Scan code', '扫描二维码'), onclick: () => go('scan') }, icon('scan')), el('button', { type: 'button', id: 'settings', title: t('Settings', '设置'), onclick: () => go('settings') }, icon('gear'))),
            waiting && el('button', { class: 'banner', id: 'banner', type: 'button', onclick: () => go('letter') }, icon('bell', 26), el('span', {}, el('b', {}, t('Business Platform', '商业平台')), el('span', { class: 'hint' }, t('Tap to connect this number', '点击连接此号码')))),
            el('div', { class: 'search' }, search), list];
    },
    letter() {
        return [status(), bar(t('Business Platform', '商业平台'), () => go('chats')),
            el('div', { class: 'sheet' }, el('div', { class: 'letter' }, el('p', {}, t('You asked to use this number with a platform for your team.', '您申请将此号码与团队平台共同使用。')), el('p', {}, t('Your chats stay on this phone. One-to-one chats will also be seen there. Nothing is deleted.', '聊天仍保留在手机上，一对一聊天也会在平台显示，不会删除任何内容。'))),
                el('button', { class: 'button main', id: 'connect', type: 'button', onclick: () => go('scan') }, t('Connect', '连接')), el('button', { class: 'button', type: 'button', onclick: () => go('chats') }, t('Not now', '暂不')))];
    },
    scan() {
        const ready = !!state.signup;
        return [el('div', { class: 'finder' }, el('div', { class: 'frame' }, ready && el('img', { src: `/signup/code.svg?id=${state.signup.id}`, alt: '' }), el('i')),
            el('p', {}, ready ? t('The code of the sign-up window is in view.', '已看到注册窗口的二维码。') : t('No sign-up window is showing a code. Start linking on the computer first.', '没有窗口显示二维码，请先在电脑上开始绑定。')),
            el('button', { class: 'button' + (ready ? ' main' : ''), id: 'take', type: 'button', onclick: async () => {
                if (!ready) return go('chats');
                await act('scan', { number: state.signup.number });
                go('share');
            } }, ready ? t('Scan code', '扫描') : t('Close', '关闭')))];
    },
    share() {
        const box = el('input', { type: 'checkbox', id: 'share', checked: true });
        return [status(), bar(t('Connect to the Business Platform', '连接到商业平台'), null),
            el('div', { class: 'sheet' }, el('h1', {}, t('Share your chats?', '共享聊天记录？')), el('p', { class: 'hint' }, t('The platform can show the messages of the last six months. Photos and videos older than 14 days stay on this phone.', '平台可显示最近六个月的消息，14 天前的图片和视频仅保留在手机上。')),
                el('label', { class: 'switch' }, el('span', {}, el('b', {}, t('Share message history', '共享历史消息')), el('br'), el('span', { class: 'hint' }, t('One-to-one chats only', '仅一对一聊天'))), box),
                el('button', { class: 'button main', id: 'confirm', type: 'button', onclick: async () => { await act('scan', { number: state.signup ? state.signup.number : '', share_history: box.checked }); go('connected'); } }, t('Confirm', '确认')))];
    },
    connected() {
        return [status(), bar(t('Connected', '已连接'), null), el('div', { class: 'sheet', style: 'text-align:center;justify-content:center' }, el('div', { style: 'color:var(--accent);align-self:center' }, icon('check', 56)), el('h1', {}, t('Go on at the computer', '请在电脑上继续')), el('p', { class: 'hint' }, t('Keep the app open while your chats are copied.', '同步聊天时请保持应用打开。')), el('button', { class: 'button main', id: 'tochats', type: 'button', onclick: () => go('chats') }, t('To my chats', '返回聊天')))];
    },
    settings() {
        return [status(), bar(t('Settings', '设置'), () => go('chats')),
            el('div', { class: 'row' }, avatar(state.account.name), el('span', { class: 'text' }, el('b', {}, state.account.name), el('div', { class: 'hint' }, state.account.display))),
            el('div', { class: 'scroll' }, item('key', t('Account', '账户'), t('Business Platform, change phone', '商业平台、更换手机'), () => go('account')), item('lock', t('Privacy', '隐私'), t('Not part of practice', '练习中不提供'), null, false, true), item('bell', t('Notifications', '通知'), t('Not part of practice', '练习中不提供'), null, false, true))];
    },
    account() {
        return [status(), bar(t('Account', '账户'), () => go('settings')),
            el('div', { class: 'scroll' }, item('link', t('Business Platform', '商业平台'), state.account.linked ? t('Connected to Tandem', '已连接 Tandem') : t('Not connected', '未连接'), () => go('platform')),
                item('phone', t('Change phone', '更换手机'), t('Off for 20 seconds, then connected again', '断开 20 秒后自动重新连接'), () => act('change_device', { seconds: 20 }).then(() => go('account')), false, !state.account.linked || state.account.offboarded),
                state.account.offboarded && el('p', { class: 'hint', style: 'padding:10px 18px' }, t('Moving to the new phone…', '正在迁移到新手机……')))];
    },
    platform() {
        return [status(), bar(t('Business Platform', '商业平台'), () => go('account')),
            state.account.linked
                ? el('div', { class: 'scroll' }, item('people', 'Tandem', t('Connected', '已连接'), () => {}), item('link', t('Disconnect account', '断开账户'), t('The platform stops at once; chats stay here', '平台立即停用，聊天保留在手机'), () => go('disconnect'), true))
                : el('div', { class: 'sheet' }, el('p', { class: 'hint' }, t('No platform is connected.', '未连接任何平台。')))];
    },
    disconnect() {
        return [status(), bar(t('Disconnect account?', '断开账户？'), () => go('platform')),
            el('div', { class: 'sheet' }, el('p', {}, t('Your team can no longer read or answer this number on the platform. You can connect it again at any time.', '团队将无法在平台上读取或回复此号码。您可随时重新连接。')),
                el('button', { class: 'button', style: 'color:var(--bad);border-color:var(--bad)', id: 'disconnect', type: 'button', onclick: () => act('disconnect', {}).then(() => go('platform')) }, t('Disconnect', '断开连接')), el('button', { class: 'button', type: 'button', onclick: () => go('platform') }, t('Cancel', '取消')))];
    },
    chat() {
        const place = el('div', { class: 'bubbles', id: 'bubbles' });
        writing = composer({ send: body => act('send', { to: view.key, ...body }), edit: (id, text) => act('edit', { id, text }) });
        return [status(), bar(el('span', { class: 'title' }, el('b', { id: 'name', dir: 'auto' }, ''), el('small', { id: 'sub' }, '')), () => go('chats'), el('button', { type: 'button', id: 'save', title: '', onclick: saveContact }, icon('people'))), place, ...writing.nodes];
    }
};

async function saveContact() {
    const chat = view.chat;
    if (chat.book) return act('forget_contact', { to: view.key });
    const given = await form(t('Save contact', '保存联系人'), [{ name: 'name', label: t('Name of this contact', '联系人姓名'), value: chat.name }]);
    if (given && given.name) await act('save_contact', { to: view.key, name: given.name });
}

const actions = {
    side: 'business',
    react: (message, emoji) => act('react', { id: message.id, emoji }),
    reply: message => writing.reply(message),
    edit: message => writing.edit(message),
    remove: message => act('delete', { id: message.id }),
    mayEdit: message => message.author === 'phone' && message.live && ['text', 'image', 'video', 'document'].includes(message.type),
    mayDelete: message => message.author === 'phone' && message.live
};

function drawAside() {
    const key = JSON.stringify([state.accounts, state.signup, state.account && state.account.number]);
    if (aside.dataset.drawn === key) return;
    aside.dataset.drawn = key;
    aside.replaceChildren(el('h1', {}, t('The owner’s phone', '店主的手机')),
        el('p', {}, t('Everything here happens as on a real phone: what you write goes to the customer and is mirrored to the platform.', '这里的操作与真实手机一致：您写的消息会发给客户，并同步到平台。')),
        el('ul', {}, el('li', {}, t('To link: start in Tandem, then tap the message above the chats.', '绑定：在 Tandem 中开始，然后点击聊天上方的消息。')), el('li', {}, t('To unlink: Settings > Account > Business Platform.', '解绑：设置 > 账户 > 商业平台。')), el('li', {}, el('a', { href: '/customers' + location.search, target: '_blank' }, t('Be one of the customers', '扮演客户')))),
        ...state.accounts.map(account => el('button', { class: 'number' + (state.account && account.number === state.account.number ? ' on' : ''), type: 'button', onclick: () => { number = account.number; go('chats'); } }, icon('phone'), el('span', {}, el('b', {}, account.display), el('div', { class: 'hint' }, account.name)), account.linked && el('span', { class: 'tag' }, t('linked', '已绑定')))));
}

function drawList() {
    const list = document.getElementById('list');
    const key = JSON.stringify(state.chats);
    if (list.dataset.drawn === key) return;
    const top = list.scrollTop;
    list.dataset.drawn = key;
    list.replaceChildren(...state.chats.map(chat => chatRow(chat, chat.for_owner, false, () => go('chat', { key: chat.key }))));
    list.scrollTop = top;
}

async function drawChat() {
    const asked = view;
    const chat = await call(`/_phone/chat?number=${state.account.number}&key=${encodeURIComponent(view.key)}`);
    if (view !== asked) return;
    view.chat = chat;
    document.getElementById('name').textContent = chat.name || chat.username;
    document.getElementById('sub').textContent = chat.username || chat.phone;
    document.getElementById('save').title = chat.book ? t('Remove from contacts', '从通讯录移除') : t('Save contact', '保存联系人');
    drawBubbles(document.getElementById('bubbles'), chat, { mine: m => m.author !== 'customer', actions, sender: m => (m.author === 'api' ? t('Sent from Tandem', '由 Tandem 发送') : '') });
}

async function refresh(keepFocus) {
    const query = new URLSearchParams({ number, q: view.name === 'chats' ? filter : '' });
    state = await call('/_phone/state?' + query);
    if (!state.account) return;
    const key = JSON.stringify([view.name, view.key, state.account.number, state.account.linked, state.account.offboarded, view.name === 'chats' || view.name === 'scan' ? !!state.signup : 0]);
    if (shown !== key) {
        shown = key;
        screen_.dataset.view = view.name;
        screen_.replaceChildren(...screens[view.name]().flat().filter(Boolean));
        if (keepFocus && document.getElementById('search')) document.getElementById('search').focus();
    }
    if (view.name === 'chats') drawList();
    if (view.name === 'chat') await drawChat();
    drawAside();
}

async function forever() {
    try { await refresh(); } catch { /* the sandbox is away for a moment */ }
    setTimeout(forever, 700);
}
forever();
