// Stands in for the platform's JavaScript SDK: FB.init and FB.login with the documented call shape.
(function () {
    'use strict';
    const base = new URL(document.currentScript.src).origin;
    let settings = {};
    let pending = null;

    function finish(response) {
        if (!pending) return;
        const done = pending;
        pending = null;
        clearInterval(done.watch);
        if (done.layer) done.layer.remove();
        done.callback(response);
    }

    // Like the real one, the window answers with a plain "cb=…" text beside the WA_EMBEDDED_SIGNUP event.
    window.addEventListener('message', function (event) {
        if (event.origin !== base || typeof event.data !== 'string' || !event.data.startsWith('cb=')) return;
        const answer = new URLSearchParams(event.data);
        if (answer.get('code')) {
            finish({ status: 'connected', authResponse: { code: answer.get('code'), userID: null, expiresIn: null } });
        } else {
            finish({ status: 'unknown', authResponse: null });
        }
    });

    // Where no second window may open, the sign-up lies over the page instead.
    function overlay(url) {
        const layer = document.createElement('div');
        layer.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:rgba(15,23,30,.55);display:flex;align-items:center;justify-content:center';
        const frame = document.createElement('iframe');
        frame.src = url;
        frame.style.cssText = 'width:min(720px,100%);height:min(760px,100%);border:0;border-radius:14px;background:#fff';
        layer.appendChild(frame);
        document.body.appendChild(layer);
        return layer;
    }

    window.FB = {
        init: function (options) { settings = options || {}; },
        login: function (callback, options) {
            const wanted = options || {};
            const query = new URLSearchParams({
                app_id: settings.appId || '', config_id: wanted.config_id || '', response_type: wanted.response_type || '',
                extras: JSON.stringify(wanted.extras || {}), display: 'popup'
            });
            const url = base + '/signup?' + query;
            finish({ status: 'unknown', authResponse: null });
            const popup = window.open(url, 'business_signup', 'popup,width=720,height=780');
            pending = { callback: callback, popup: popup, layer: popup ? null : overlay(url), watch: 0 };
            if (popup) {
                pending.watch = setInterval(function () {
                    if (popup.closed) setTimeout(function () { finish({ status: 'unknown', authResponse: null }); }, 400);
                }, 400);
            }
        },
        getLoginStatus: function (callback) { callback({ status: 'unknown', authResponse: null }); },
        logout: function (callback) { if (callback) callback({}); },
        AppEvents: { logPageView: function () {} },
        Event: { subscribe: function () {}, unsubscribe: function () {} }
    };
    if (typeof window.fbAsyncInit === 'function') setTimeout(window.fbAsyncInit, 0);
})();
