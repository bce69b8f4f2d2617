#pragma once

#include "core/voice/audio_source.h"

#include <functional>
#include <memory>

namespace Tandem {

/// Plays the sound of an unfinished voice note: signed 16-bit mono. GUI thread.
class VoicePlayer
{
public:
    virtual ~VoicePlayer() = default;
    /// `ended` when it was heard to its end. False with `why`, in words, when there is nothing to hear it on.
    [[nodiscard]] virtual bool play(const QString &rawPath, int rate, std::function<void()> ended, QString *why) = 0;
    virtual void stop() = 0;
};

/// Where sound comes from and goes to, injected: the system's by a plug-in in the product, a tone and silence in tests.
struct VoiceParts
{
    std::function<std::unique_ptr<AudioSource>()> microphone; ///< empty: no voice notes here
    std::function<std::unique_ptr<VoicePlayer>()> player; ///< empty: nothing to listen with
};

} // namespace Tandem
