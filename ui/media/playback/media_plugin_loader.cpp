#include "ui/media/playback/media_plugin_loader.h"

#include "core/base/log.h"

#include <QDir>
#include <QPluginLoader>

using namespace Qt::StringLiterals;

namespace Tandem {

Result<MediaPlugin *> MediaPluginLoader::load()
{
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0) && defined(Q_OS_LINUX)
    // 6.4 would take GStreamer, whose H.264 and AAC parts a bare Debian lacks; FFmpeg comes with Qt Multimedia itself.
    if (qEnvironmentVariableIsEmpty("QT_MEDIA_BACKEND")) qputenv("QT_MEDIA_BACKEND", "ffmpeg");
#endif
    const QDir program(QCoreApplication::applicationDirPath());
    QStringList folders{program.absolutePath()};
#ifdef TANDEM_PLUGIN_FOLDER
    folders << program.absoluteFilePath(QStringLiteral(TANDEM_PLUGIN_FOLDER));
#endif
    // Tests lie in a folder of their own and name the programs' one.
    if (qEnvironmentVariableIsSet("TANDEM_BIN")) folders << qEnvironmentVariable("TANDEM_BIN");
    for (const auto &folder : folders) {
        QPluginLoader loader(QDir(folder).absoluteFilePath(u"tandem_media"_s));
        if (auto *plugin = qobject_cast<MediaPlugin *>(loader.instance())) return plugin;
        qCDebug(lcUi) << "media:" << loader.errorString();
    }
    return failure(ErrorCode::NotFound, tr("The part of Tandem that plays sound and video is not installed."));
}

} // namespace Tandem
