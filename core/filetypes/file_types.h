#pragma once

#include <QByteArray>
#include <QString>

/// What a file from outside really is, and what may be done with it: its name and declared type are claims, its first
/// bytes decide, and what could run is never opened. Pure; no file is opened here. A media row's mime is the answer of `typeOf` once its bytes have arrived.
namespace Tandem::FileTypes {

/// So many first bytes are enough for typeOf.
inline constexpr int HeadBytes = 4096;

/// The type to keep for a file that begins with `head` and was announced as `announced` (parameters such as
/// "; codecs=opus" allowed): the announced one when the bytes agree with it, else what the bytes are.
/// "application/octet-stream" when nobody can tell. Lower case.
[[nodiscard]] QString typeOf(const QByteArray &head, const QString &announced);

/// Whether a file of this type may be decoded to be shown or played in a message of this wire type ("image", "sticker",
/// "video", "audio", "document"). False for wrong and unknown types.
[[nodiscard]] bool mayPreview(const QString &wireType, const QString &mime);

/// Executables, scripts, pages, shortcuts and documents with macros: never opened by us; "Save as" only.
[[nodiscard]] bool isDangerous(const QString &mime, const QString &filename);

/// A name that can be shown and written on any system: no folders, control or direction characters, reserved names or
/// trailing dots; at most 120 characters, its suffix kept. "file" when nothing is left.
[[nodiscard]] QString safeName(const QString &filename);

} // namespace Tandem::FileTypes
