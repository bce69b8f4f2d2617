#include "core/voice/opus_writer.h"

#include <QCoreApplication>
#include <QFile>

#include <opusenc.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tandem {

struct OpusWriter::Private
{
    QFile file;
    OggOpusEnc *encoder = nullptr;
    bool fileFailed = false;

    ~Private()
    {
        if (encoder) ope_encoder_destroy(encoder);
    }
    [[nodiscard]] Error error(int code) const
    {
        if (fileFailed) return Error::of(ErrorCode::Io, QCoreApplication::translate("VoiceRecorder", "The recording could not be written to disk."), file.errorString());
        return Error::of(ErrorCode::Internal, QCoreApplication::translate("VoiceRecorder", "The recording could not be encoded."), QString::fromLatin1(ope_strerror(code)));
    }
    static int put(void *self, const unsigned char *bytes, opus_int32 size)
    {
        auto *me = static_cast<Private *>(self);
        me->fileFailed = me->fileFailed || me->file.write(reinterpret_cast<const char *>(bytes), size) != size;
        return me->fileFailed ? 1 : 0;
    }
    static int done(void *) { return 0; }
};

OpusWriter::OpusWriter() : d(std::make_unique<Private>()) {}
OpusWriter::~OpusWriter() = default;

Result<> OpusWriter::open(const QString &path, int rate)
{
    d->file.setFileName(path);
    if (!d->file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        d->fileFailed = true;
        return failure(d->error(0));
    }
    static const OpusEncCallbacks callbacks{&Private::put, &Private::done};
    std::unique_ptr<OggOpusComments, decltype(&ope_comments_destroy)> comments(ope_comments_create(), &ope_comments_destroy);
    int code = OPE_OK;
    d->encoder = ope_encoder_create_callbacks(&callbacks, d.get(), comments.get(), rate, 1, 0, &code);
    if (!d->encoder) return failure(d->error(code));
    ope_encoder_ctl(d->encoder, OPUS_SET_BITRATE(BitsPerSecond));
    ope_encoder_ctl(d->encoder, OPUS_SET_SIGNAL(OPUS_SIGNAL_VOICE));
    return {};
}

Result<> OpusWriter::write(const QList<qint16> &mono)
{
    if (!d->encoder) return failure(ErrorCode::Usage, {}, u"not open"_s);
    const int code = ope_encoder_write(d->encoder, mono.constData(), int(mono.size()));
    return code == OPE_OK && !d->fileFailed ? Result<>() : failure(d->error(code));
}

Result<qint64> OpusWriter::finish()
{
    if (!d->encoder) return failure(ErrorCode::Usage, {}, u"not open"_s);
    const int code = ope_encoder_drain(d->encoder);
    ope_encoder_destroy(std::exchange(d->encoder, nullptr));
    d->fileFailed = d->fileFailed || !d->file.flush();
    if (code != OPE_OK || d->fileFailed) return failure(d->error(code));
    const auto size = d->file.size();
    d->file.close();
    return size;
}

} // namespace Tandem
