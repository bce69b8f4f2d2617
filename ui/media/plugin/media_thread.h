#pragma once

class QThread;

namespace Tandem {

/// The thread in which movies are decoded and the system's sound is first looked for: loading the decoders and asking the
/// sound server takes tenths of a second, which no click may wait for. Started with the first call; ends with the
/// application object.
[[nodiscard]] QThread *mediaThread();

} // namespace Tandem
