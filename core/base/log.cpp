#include "core/base/log.h"

Q_LOGGING_CATEGORY(lcStore, "tandem.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHttp, "tandem.http", QtInfoMsg)
Q_LOGGING_CATEGORY(lcWebhook, "tandem.webhook", QtInfoMsg)
Q_LOGGING_CATEGORY(lcIngest, "tandem.ingest", QtInfoMsg)
Q_LOGGING_CATEGORY(lcOutbox, "tandem.outbox", QtInfoMsg)
Q_LOGGING_CATEGORY(lcLink, "tandem.link", QtInfoMsg)
Q_LOGGING_CATEGORY(lcMedia, "tandem.media", QtInfoMsg)
Q_LOGGING_CATEGORY(lcGraph, "tandem.graph", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSecrets, "tandem.secrets", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "tandem.ui", QtInfoMsg)
