#pragma once

#include "core/base/result.h"
#include "ui/composer/voice/voice_parts.h"

#include <functional>

namespace Tandem {

class MediaPlugin;

/// The system's microphone and loudspeaker, by the plug-in that plays the timeline's sound. It is loaded with the first
/// recording, so that start and idle memory do not pay for it.
[[nodiscard]] VoiceParts pluginVoice(const std::function<Result<MediaPlugin *>()> &load);

} // namespace Tandem
