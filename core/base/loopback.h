#pragma once

#include <QString>

namespace Tandem {

/// Whether this is an address of this computer itself, written as one: 127.x.y.z or ::1. A name never is, whatever it
/// looks like ("127.example.org" is somebody else's), nor is "127.1", which only some programs read so.
[[nodiscard]] bool isLoopbackAddress(const QString &text);

} // namespace Tandem
