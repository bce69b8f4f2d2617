// Writing: text, answers, edits, and everything that can be attached. Small forms instead of the browser's own boxes.
'use strict';

/** Asks for texts: fields [{name, label, value, hint?}]. Gives an object, or null when it was left. */
function form(title, fields) {
    return new Promise(done => {
        const inputs = fields.map(field => el('input', { type: 'text', name: field.name, id: 'field-' + field.name, value: field.value || '', placeholder: field.hint || '' }));
        const box = el('dialog', { class: 'ask', onclose: () => { box.remove(); done(box.returnValue === 'ok' ? Object.fromEntries(inputs.map(i => [i.name, i.value.trim()])) : null); } },
            el('form', { method: 'dialog' }, el('h2', {}, title), fields.map((field, i) => el('label', {}, field.label, inputs[i])),
                el('div', { class: 'buttons' }, el('button', { class: 'button quiet', type: 'button', onclick: () => box.close('') }, t('Cancel', '取消')), el('button', { class: 'button main', value: 'ok' }, t('OK', '确定')))));
        document.body.append(box);
        box.showModal();
        inputs[0].select();
    });
}

/** A menu in the middle: entries [[label, hint, action]…]. */
function menu_(title, entries) {
    const box = el('dialog', { class: 'ask', onclose: () => box.remove() }, el('h2', {}, title),
        entries.map(([label, hint, action]) => el('button', { type: 'button', class: 'entry', onclick: () => { box.close(); action(); } }, el('b', {}, label), hint && el('span', { class: 'hint' }, hint))),
        el('div', { class: 'buttons' }, el('button', { class: 'button quiet', type: 'button', onclick: () => box.close() }, t('Close', '关闭'))));
    document.body.append(box);
    box.showModal();
}

function readFile(picked) {
    return new Promise(done => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result.split(',')[1]);
        reader.readAsDataURL(picked);
    });
}

async function askPlace(send) {
    const given = await form(t('Send a location', '发送位置'), [{ name: 'name', label: t('Name', '名称'), value: 'Mill Street Market' }, { name: 'address', label: t('Address', '地址'), value: '12 Mill Street, Bristol' }, { name: 'latitude', label: t('Latitude', '纬度'), value: '51.4545' }, { name: 'longitude', label: t('Longitude', '经度'), value: '-2.5879' }]);
    if (given) await send({ kind: 'location', name: given.name, address: given.address, latitude: Number(given.latitude), longitude: Number(given.longitude) });
}
async function askContact(send) {
    const given = await form(t('Send a contact', '发送联系人'), [{ name: 'name', label: t('Name', '姓名'), value: 'Bea Jansen' }, { name: 'phone', label: t('Phone', '电话'), value: '+1 415 555 0829' }]);
    if (given && given.name) await send({ kind: 'contacts', contacts: [{ name: { formatted_name: given.name, first_name: given.name.split(' ')[0] }, phones: [{ phone: given.phone, wa_id: given.phone.replace(/\D/g, ''), type: 'CELL' }] }] });
}

/** What only a customer can bring about. */
function unusual(send) {
    const text = (title, more) => async () => {
        const given = await form(title, [{ name: 'text', label: t('Message', '消息'), value: t('Hello, is this still there?', '您好，这个还有吗？') }]);
        if (given && given.text) await send({ text: given.text, ...more });
    };
    menu_(t('Something unusual', '特殊消息'), [
        [t('From an advertisement', '来自广告'), t('Free for 72 hours', '72 小时内免费'), text(t('From an advertisement', '来自广告'), { referral: true })],
        [t('About a product', '商品咨询'), '', text(t('About a product', '商品咨询'), { product: true })],
        [t('Forwarded', '转发'), '', text(t('Forwarded', '转发'), { forwarded: true })],
        [t('Unavailable at first', '起初不可用'), t('Tandem sees it five seconds later', 'Tandem 五秒后才能看到'), text(t('Unavailable at first', '起初不可用'), { unavailable_seconds: 5 })],
        [t('A poll', '投票'), t('Tandem cannot show it', 'Tandem 无法显示'), () => send({ kind: 'unsupported', what: 'poll_creation' })],
        [t('A file over 100 MB', '超过 100 MB 的文件'), '', () => send({ kind: 'too_large' })],
        [t('A filled-in form', '填好的表单'), '', () => send({ kind: 'flow_reply' })],
        [t('A type of the future', '未来的类型'), '', () => send({ kind: 'raw', type: 'hologram', content: { colour: 'green' } })]]);
}

/**
 * A composer: text, Enter to send, things to attach, a line above for the answer or edit in progress.
 * options: send(body) and edit(id, text) return promises; customer: also what only customers can send.
 */
function composer(options) {
    let replyTo = null;
    let editing = null;
    const note = el('div', { class: 'note', hidden: true });
    const text = el('textarea', { rows: 1, placeholder: t('Message', '输入消息'), 'aria-label': t('Message', '输入消息'), class: 'write' });
    const drawNote = () => {
        const about = editing || replyTo;
        note.hidden = !about;
        if (about) note.replaceChildren(el('span', { dir: 'auto' }, (editing ? t('Edit: ', '编辑：') : t('Reply to: ', '回复：')) + glance(about)), el('button', { type: 'button', onclick: () => { if (editing) text.value = ''; editing = replyTo = null; drawNote(); } }, t('Cancel', '取消')));
    };
    const send = async body => {
        const full = replyTo ? { reply_to: replyTo.id, ...body } : body;
        replyTo = null;
        menu.hidden = true;
        drawNote();
        await options.send(full);
    };
    const go = async () => {
        const words = text.value.trim();
        if (!words) return;
        text.value = '';
        const edited = editing;
        editing = null;
        drawNote();
        await (edited ? options.edit(edited.id, words) : send({ text: words }));
        text.focus();
    };
    text.addEventListener('keydown', event => {
        if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); go(); }
    });
    text.addEventListener('input', () => { text.style.height = ''; text.style.height = Math.min(120, text.scrollHeight + 2) + 'px'; });
    const file = el('input', { type: 'file', hidden: true, multiple: true, onchange: async () => {
        for (const picked of [...file.files]) await send({ media: { mime: picked.type || 'application/octet-stream', base64: await readFile(picked), filename: picked.name } });
        file.value = '';
    } });
    const pick = (kind, glyph, label, action) => el('button', { type: 'button', 'data-kind': kind, onclick: action || (() => send({ kind })) }, icon(glyph, 22), el('span', {}, label));
    const menu = el('div', { class: 'attach', hidden: true }, pick('photo', 'image', kinds.image()), pick('video', 'film', kinds.video()), pick('voice', 'mic', t('Voice', '语音')), pick('audio', 'music', kinds.audio()),
        pick('document', 'file', kinds.document()), pick('sticker', 'smile', kinds.sticker()), pick('animated_sticker', 'sparkle', t('Moving', '动态贴纸')), pick('location', 'place', kinds.location(), () => askPlace(send)),
        pick('contacts', 'user', kinds.contacts(), () => askContact(send)), pick('file', 'clip', t('My file…', '本机文件…'), () => file.click()),
        options.customer && pick('order', 'cart', kinds.order()), options.customer && pick('unusual', 'help', t('Unusual…', '特殊…'), () => unusual(send)));
    const bar = el('div', { class: 'composer' }, el('button', { class: 'round plain', type: 'button', id: 'attach', title: t('Attach', '附件'), onclick: () => { menu.hidden = !menu.hidden; } }, icon('clip')),
        text, el('button', { class: 'round send', type: 'button', title: t('Send', '发送'), onclick: go }, icon('send')), file);
    return {
        nodes: [note, menu, bar], text,
        reply(message) { editing = null; replyTo = message; drawNote(); text.focus(); },
        edit(message) { replyTo = null; editing = message; text.value = message.text || ''; drawNote(); text.focus(); }
    };
}
