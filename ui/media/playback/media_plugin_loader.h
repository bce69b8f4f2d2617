#pragma once

#include "core/base/result.h"
#include "ui/media/playback/media_plugin.h"

#include <QCoreApplication>

namespace Tandem {

/// Finds and loads the plug-in that plays and records, once; everything else runs without it.
class MediaPluginLoader
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::MediaPluginLoader)
public:
    /// The plug-in stays loaded for the life of the program. Errors: NotFound, in words.
    [[nodiscard]] static Result<MediaPlugin *> load();
};

} // namespace Tandem
