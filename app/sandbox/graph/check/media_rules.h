#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Tandem::Sandbox {

/// Which files the platform takes: types, sizes, and whether the bytes are what they claim to be.
namespace MediaRules {
/// image, video, audio, document, sticker; empty when the platform does not take this type.
[[nodiscard]] QString kindOf(const QString &mime);
[[nodiscard]] QStringList acceptedTypes();
[[nodiscard]] qint64 mostBytes(const QString &kind, const QByteArray &bytes);
/// Empty when the bytes fit the type, else why not.
[[nodiscard]] QString objection(const QString &mime, const QByteArray &bytes);
[[nodiscard]] bool isAnimated(const QByteArray &webp);
/// Ogg with one Opus channel: what a voice note must be.
[[nodiscard]] bool isVoice(const QByteArray &bytes);
} // namespace MediaRules

} // namespace Tandem::Sandbox
