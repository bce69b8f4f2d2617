// What every page of the sandbox shares: language, calls, small drawing helpers.
'use strict';
const lang = document.documentElement.lang === 'zh' ? 'zh' : 'en';
const t = (en, zh) => (lang === 'zh' ? zh : en);

async function call(path, body) {
    const options = body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
    const reply = await fetch(path, options);
    const data = await reply.json().catch(() => ({}));
    if (!reply.ok) throw Object.assign(new Error(data.error || String(reply.status)), { status: reply.status });
    return data;
}

/** el('div', {class: 'x', onclick: f}, 'text', node…): text only ever becomes text. */
function el(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
        if (value === undefined || value === null || value === false) continue;
        if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
        else if (name in node && name !== 'list' && typeof value !== 'string') node[name] = value;
        else node.setAttribute(name, value === true ? '' : value);
    }
    for (const child of children.flat()) if (child !== null && child !== undefined && child !== false) node.append(child);
    return node;
}

const paths = {
    back: 'M15 5l-7 7 7 7', send: 'M4 12l16-8-6 17-3-7z', clip: 'M20 11l-8 8a5 5 0 0 1-7-7l9-9a3.5 3.5 0 0 1 5 5l-9 9a2 2 0 0 1-3-3l8-8',
    scan: 'M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3M8 20H5a1 1 0 0 1-1-1v-3M7 12h10',
    gear: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M18.4 5.6l-2.1 2.1M7.7 16.3l-2.1 2.1',
    check: 'M5 12.5l4.5 4.5L19 7.5', place: 'M12 21s-7-6.2-7-11.5a7 7 0 0 1 14 0C19 14.800 12 21 12 21zM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
    file: 'M7 3h7l5 5v12a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM14 3v5h5', key: 'M8 16a4 4 0 1 1 3.500-6H21v3.500h-2.500V16H15v-2.500h-3.200A4 4 0 0 1 8 16zM8 12h.01', plus: 'M12 5v14M5 12h14', user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20.500a7.500 7.500 0 0 1 15 0', link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
    phone: 'M8 2h8a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2zM11 18.500h2', people: 'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20a6.500 6.500 0 0 1 13 0M16 4.500a3.500 3.500 0 0 1 0 6.500M18 14a6.500 6.500 0 0 1 3.500 6', chat: 'M4 5h16v11H9l-5 4z', bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.500 2h-15zM10 20h4', reply: 'M9 7L4 12l5 5M4 12h9a7 7 0 0 1 7 7', pencil: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3', trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13', forward: 'M15 7l5 5-5 5M20 12h-9a7 7 0 0 0-7 7', image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01', film: 'M4 6h11v12H4zM15 10l5-3v10l-5-3', mic: 'M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zM6 12a6 6 0 0 0 12 0M12 18v3', music: 'M9 18V6l10-2v12M9 18a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0zM19 16a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0z', smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.500 14a4.500 4.500 0 0 0 7 0M9 10h.01M15 10h.01', sparkle: 'M12 3l2 6 6 2-6 2-2 6-2-6-6-2 6-2zM19 17v4M17 19h4', cart: 'M3 4h3l2 11h10l2-8H7M9 20h.01M17 20h.01', help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.700.300-1 .900-1 1.700M12 17h.01', dots: 'M5 11.300a.7.7 0 1 0 0 1.400.7.7 0 0 0 0-1.400zM12 11.300a.7.7 0 1 0 0 1.400.7.7 0 0 0 0-1.400zM19 11.300a.7.7 0 1 0 0 1.400.7.7 0 0 0 0-1.400z',
    lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3'
};
function icon(name, size) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    for (const [k, v] of Object.entries({ viewBox: '0 0 24 24', width: size || 20, height: size || 20, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.8, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' })) svg.setAttribute(k, v);
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', paths[name]);
    svg.append(path);
    return svg;
}

function avatar(name) {
    let hash = 7;
    for (const c of name || '?') hash = (hash * 31 + c.codePointAt(0)) % 360;
    const words = (name || '?').trim().split(/\s+/);
    const letters = /[\u3400-\u9fff]/.test(name) ? name.slice(-2) : words.slice(0, 2).map(w => [...w][0]).join('').toUpperCase();
    return el('span', { class: 'avatar', style: `background:hsl(${hash} 38% 46%)`, 'aria-hidden': 'true' }, letters);
}

function clock(seconds) {
    return new Date(seconds * 1000).toLocaleTimeString(lang === 'zh' ? 'zh-CN' : 'en-GB', { hour: '2-digit', minute: '2-digit' });
}
function day(seconds) {
    const then = new Date(seconds * 1000);
    const today = new Date();
    const days = Math.round((new Date(today.toDateString()) - new Date(then.toDateString())) / 86400000);
    if (days === 0) return t('Today', '今天');
    if (days === 1) return t('Yesterday', '昨天');
    return then.toLocaleDateString(lang === 'zh' ? 'zh-CN' : 'en-GB', days < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long', year: then.getFullYear() === today.getFullYear() ? undefined : 'numeric' });
}
function when(seconds) {
    return day(seconds) === t('Today', '今天') ? clock(seconds) : day(seconds);
}
