// The sign-up window: draws the step the sandbox says it is at, and sends what the person chose.
'use strict';
const query = new URLSearchParams(location.search);
const order = ['login', 'number', 'scan', 'phone', 'business', 'confirm', 'linking', 'done'];
// Words of the platform for the step at which somebody gave up.
const words = { login: 'BUSINESS_ACCOUNT_SELECTION', number: 'PHONE_NUMBER_SETUP', scan: 'PHONE_NUMBER_VERIFICATION', phone: 'PHONE_NUMBER_VERIFICATION', business: 'WHATSAPP_BUSINESS_PROFILE_SETUP', confirm: 'PERMISSIONS' };
const card = document.getElementById('card');
let now = null;
let shown = '';
let told = false;

document.title = t('Connect your number', '连接您的号码');
document.getElementById('brand').textContent = t('Business sign-up', '企业注册');
document.getElementById('practice').textContent = t('Practice', '练习');
document.getElementById('foot').textContent = t('This page stands in for Meta’s sign-up. Nothing leaves this computer.', '此页面代替 Meta 的注册窗口，任何内容都不会离开这台电脑。');
for (let i = 0; i < 5; ++i) document.getElementById('progress').append(el('li'));

function tell(message) {
    for (const other of [window.opener, window.parent === window ? null : window.parent]) if (other) other.postMessage(message, '*');
}
function leave() {
    if (window.parent === window) window.close();
}

function heading(title, lead) {
    return [el('h1', {}, title), lead && el('p', { class: 'lead' }, lead)];
}
function actions(label, go, options) {
    const more = options || {};
    return el('div', { class: 'actions' },
        el('button', { class: 'button quiet', id: 'cancel', type: 'button', onclick: cancel }, t('Cancel', '取消')),
        more.back && el('button', { class: 'button', id: 'back', type: 'button', onclick: () => step('back', {}) }, t('Back', '返回')),
        label && el('button', { class: 'button main', id: 'continue', type: 'submit', onclick: go }, label));
}

const draw = {
    login() {
        return [...heading(t('Connect a WhatsApp Business number', '连接 WhatsApp Business 号码'), t('You are signed in. Choose how the number is used today.', '您已登录，请选择该号码目前的使用方式。')),
            el('div', { class: 'who' }, avatar('Alex Chen'), el('div', {}, el('b', {}, 'Alex Chen'), el('div', { class: 'hint' }, t('Practice account', '练习账号')))),
            el('button', { class: 'choice', id: 'coexistence', type: 'button', role: 'radio', 'aria-checked': 'true' }, icon('phone', 26),
                el('span', {}, el('b', {}, t('WhatsApp Business app', 'WhatsApp Business 应用')), el('span', { class: 'hint' }, t('Keep the app on your phone and use the platform with it.', '手机应用照常使用，同时连接平台。'))), el('span', { class: 'dot' })),
            el('button', { class: 'choice', type: 'button', role: 'radio', 'aria-checked': 'false', disabled: true }, icon('plus', 26),
                el('span', {}, el('b', {}, t('A new number', '新号码')), el('span', { class: 'hint' }, t('Not part of practice.', '练习中不提供。'))), el('span', { class: 'dot' })),
            actions(t('Continue', '继续'), () => step('login', {}))];
    },
    number() {
        const field = el('input', { type: 'tel', id: 'number', autocomplete: 'off', inputmode: 'tel', 'aria-describedby': 'problem' });
        field.value = (now.autopilot && now.autopilot.number) || now.suggested_number || now.number || '';
        const go = event => { event.preventDefault(); step('number', { number: field.value }); };
        return [...heading(t('Which number do you use in the app?', '应用中使用的是哪个号码？'), t('Type it with its country code. You need the phone at hand.', '请连同国家代码输入，并把手机放在手边。')),
            el('form', { onsubmit: go }, el('div', { class: 'field' }, el('label', { for: 'number' }, t('Phone number', '手机号码')), field,
                el('div', { class: 'error', id: 'problem', role: 'alert' })), actions(t('Continue', '继续'), null))];
    },
    scan() {
        return [...heading(t('Scan this code with your phone', '请用手机扫描此二维码'), now.number),
            el('div', { class: 'scan' },
                el('div', {}, el('div', { class: 'code' }, el('img', { id: 'qr', alt: t('QR code', '二维码'), src: '' })), el('div', { class: 'left', id: 'left' })),
                el('ol', { class: 'steps' },
                    el('li', {}, t('Open WhatsApp Business on the phone with this number.', '在该号码的手机上打开 WhatsApp Business。')),
                    el('li', {}, t('Tap the message from the platform, then “Connect”.', '点击平台发来的消息，然后点“连接”。')),
                    el('li', {}, t('Point the camera at this code.', '将摄像头对准二维码。')),
                    el('li', {}, t('Choose whether to share the last six months.', '选择是否共享最近六个月的消息。')))),
            el('p', { class: 'hint', style: 'margin:18px 0 0' }, t('No real phone here? ', '没有真实手机？'), el('a', { href: '/phone' + (query.get('lang') ? '?lang=' + lang : ''), target: '_blank', id: 'phonelink' }, t('Use the practice phone', '使用练习手机'))),
            actions(null, null, { back: true })];
    },
    phone() {
        return [el('div', { class: 'middle' }, el('div', { class: 'ring' }), ...heading(t('Continue on your phone', '请在手机上继续'), t('Choose there whether to share your chats of the last six months.', '请在手机上选择是否共享最近六个月的聊天记录。'))), actions(null)];
    },
    business() {
        const name = el('input', { type: 'text', id: 'name', autocomplete: 'off' });
        name.value = (now.autopilot && now.autopilot.name) || now.name || '';
        const site = el('input', { type: 'url', id: 'website', placeholder: 'https://' });
        const none = el('input', { type: 'checkbox', id: 'nowebsite', onchange: () => { site.disabled = none.checked; } });
        const go = event => { event.preventDefault(); step('business', { name: name.value, website: none.checked ? '' : site.value }); };
        return [...heading(t('About your business', '您的企业信息'), t('Write the name exactly as on your registration document.', '名称须与注册文件完全一致。')),
            el('form', { onsubmit: go }, el('div', { class: 'field' }, el('label', { for: 'name' }, t('Business name', '企业名称')), name, el('div', { class: 'error', id: 'problem', role: 'alert' })),
                el('div', { class: 'field' }, el('label', { for: 'website' }, t('Website', '网站')), site),
                el('label', { class: 'check' }, none, t('My business has no website', '我的企业没有网站')), actions(t('Continue', '继续'), null))];
    },
    confirm() {
        const row = (term, text) => el('div', {}, el('dt', {}, term), el('dd', {}, text));
        const may = text => el('li', {}, icon('check'), text);
        return [...heading(t('Check and confirm', '核对并确认'), t('After this, the app and the platform share the number.', '确认后，应用与平台将共用此号码。')),
            el('dl', { class: 'summary' }, row(t('Business', '企业'), now.name), row(t('Number', '号码'), now.number),
                row(t('Message history', '历史消息'), now.shares_history ? t('Last six months', '最近六个月') : t('Not shared', '不共享'))),
            el('ul', { class: 'may' }, may(t('Tandem may read and send messages of this number', 'Tandem 可读取并发送此号码的消息')), may(t('Tandem may manage this business account', 'Tandem 可管理此企业账号')), may(t('Your app keeps working on the phone', '手机应用照常使用'))),
            actions(t('Confirm', '确认'), () => step('confirm', {}), { back: true })];
    },
    linking() {
        return [el('div', { class: 'middle' }, el('div', { class: 'ring' }), ...heading(t('Linking…', '正在绑定…'), t('This takes a few seconds. Please keep the window open.', '请稍候几秒，不要关闭窗口。')))];
    },
    done() {
        return [el('div', { class: 'middle' }, el('div', { class: 'tick' }, icon('check', 30)), ...heading(t('Your number is linked', '号码已绑定'), t('Keep the app open on the phone while your chats are copied.', '同步聊天记录时，请保持手机应用打开。')),
            el('button', { class: 'button main', id: 'finish', onclick: leave }, t('Finish', '完成')))];
    },
    cancelled() {
        return [el('div', { class: 'middle' }, ...heading(t('Nothing was changed', '未做任何更改'), t('You can close this window.', '您可以关闭此窗口。')))];
    }
};

async function step(name, body) {
    try {
        take(await call('/_signup/' + name, { id: now.id, ...body }));
    } catch (error) {
        const problem = document.getElementById('problem');
        if (!problem) return;
        if (error.message === 'linked') problem.textContent = t('This number is linked already. Disconnect it on the phone first: Settings > Account > Business Platform.', '该号码已绑定。请先在手机上解绑：设置 > 账户 > 商业平台。');
        else if (error.message === 'name') problem.textContent = t('Please write the business name.', '请填写企业名称。');
        else problem.textContent = t('Please check the number: country code first, digits only.', '请检查号码：先国家代码，仅数字。');
    }
}

async function cancel() {
    const at = words[now.step] || 'PHONE_NUMBER_SETUP';
    await step('cancel', {});
    tell(JSON.stringify({ type: 'WA_EMBEDDED_SIGNUP', event: 'CANCEL', version: 3, data: { current_step: at } }));
    tell('cb=signup&error=cancelled');
    setTimeout(leave, 300);
}

function finish() {
    if (told) return;
    told = true;
    tell(JSON.stringify({ type: 'WA_EMBEDDED_SIGNUP', event: 'FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING', version: 3, data: { waba_id: now.waba_id } }));
    tell('cb=signup&code=' + encodeURIComponent(now.code));
    if (now.redirect_uri) {
        const target = new URL(now.redirect_uri);
        target.searchParams.set('code', now.code);
        if (now.state) target.searchParams.set('state', now.state);
        location.replace(target);
        return;
    }
    setTimeout(leave, 1600);
}

function autopilot() {
    const wait = now.autopilot && now.autopilot.step_ms;
    if (!wait || now.step === 'done' || now.step === 'cancelled') return;
    const at = now.step;
    setTimeout(async () => {
        if (now.step !== at) return;
        const button = document.getElementById('continue');
        if (button) button.click();
        else if (at === 'scan') await call('/_phone/scan', {}).catch(() => {});
        else if (at === 'phone') await call('/_phone/scan', { share_history: now.autopilot.share_history !== false }).catch(() => {});
    }, wait);
}

function take(state) {
    now = state;
    if (shown !== now.step) {
        shown = now.step;
        document.body.dataset.step = shown;
        card.replaceChildren(...draw[shown]().flat().filter(Boolean));
        // The next control has the focus, so that the keyboard alone goes through.
        const next = card.querySelector('input[type=text], input[type=tel]') || document.getElementById('continue');
        if (next) setTimeout(() => next.focus(), 50);
        const place = Math.round(order.indexOf(shown) / (order.length - 1) * 4);
        [...document.getElementById('progress').children].forEach((bar, i) => bar.classList.toggle('on', i <= place));
        const first = card.querySelector('input:not([type=checkbox])') || document.getElementById('continue') || document.getElementById('finish');
        if (first) first.focus();
        if (first && first.select) first.select();
        autopilot();
    }
    if (shown === 'scan') {
        const picture = document.getElementById('qr');
        const source = `/signup/code.svg?id=${now.id}&v=${now.code_version}`;
        if (!picture.src.endsWith(source)) picture.src = source;
        document.getElementById('left').textContent = t(`New code in ${now.code_seconds_left} s`, `${now.code_seconds_left} 秒后更新`);
    }
    if (shown === 'done') finish();
}

async function begin() {
    take(await call('/_signup/start', { app_id: query.get('app_id') || query.get('client_id') || '', redirect_uri: query.get('redirect_uri') || '', state: query.get('state') || '' }));
    setInterval(async () => {
        if (now.step === 'done' || now.step === 'cancelled') return;
        try { take(await call('/_signup/state?id=' + now.id)); } catch { /* the sandbox is away for a moment */ }
    }, 500);
}
begin();
