#include "core/secrets/sealing_key.h"

#include <QCoreApplication>

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

// version, nonce, text, tag
constexpr char version = 1;
constexpr int nonceBytes = 12;
constexpr int tagBytes = 16;

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

uchar *raw(QByteArray &bytes)
{
    return reinterpret_cast<uchar *>(bytes.data());
}

const uchar *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const uchar *>(bytes.data());
}

/// What the seal is bound to: nothing that is sealed for one name can be passed off as another's.
QByteArray placeOf(const QString &name)
{
    return "tandem secret 1\n" + name.toUtf8();
}

auto broken()
{
    return failure(ErrorCode::Secret, QCoreApplication::translate("SecretStore", "A key that was stored for all gateways can't be opened: is \"workspace_key\" the same in every credentials file?"));
}

} // namespace

Result<SealingKey> SealingKey::read(const Secret &base64)
{
    const auto decoded = QByteArray::fromBase64Encoding(base64.reveal().toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (decoded && decoded.decoded.size() == Bytes) return SealingKey(decoded.decoded);
    return failure(ErrorCode::Usage, QCoreApplication::translate("SecretStore", "\"workspace_key\" must be 32 bytes as base64, as `openssl rand -base64 32` makes them."));
}

Result<Secret> SealingKey::make()
{
    QByteArray key(Bytes, Qt::Uninitialized);
    if (RAND_bytes(raw(key), int(Bytes)) != 1) return failure(ErrorCode::Secret, {}, u"no source of chance"_s);
    return Secret(QString::fromLatin1(key.toBase64()));
}

Result<QByteArray> SealingKey::seal(const Secret &secret, const QString &name) const
{
    const auto text = secret.reveal().toUtf8();
    const auto place = placeOf(name);
    QByteArray nonce(nonceBytes, Qt::Uninitialized);
    QByteArray hidden(text.size(), Qt::Uninitialized);
    QByteArray tag(tagBytes, Qt::Uninitialized);
    int size = 0;
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const bool done = cipher && RAND_bytes(raw(nonce), nonceBytes) == 1
        && EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, raw(QByteArrayView(m_key)), raw(QByteArrayView(nonce))) == 1
        && EVP_EncryptUpdate(cipher.get(), nullptr, &size, raw(QByteArrayView(place)), int(place.size())) == 1
        && EVP_EncryptUpdate(cipher.get(), raw(hidden), &size, raw(QByteArrayView(text)), int(text.size())) == 1 && size == text.size()
        && EVP_EncryptFinal_ex(cipher.get(), raw(tag), &size) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagBytes, tag.data()) == 1;
    if (!done) return failure(ErrorCode::Secret, {}, u"sealing failed"_s);
    return QByteArray(1, version) + nonce + hidden + tag;
}

Result<Secret> SealingKey::open(const QByteArray &sealed, const QString &name) const
{
    if (sealed.size() < 1 + nonceBytes + tagBytes || sealed.at(0) != version) return broken();
    const auto place = placeOf(name);
    const auto nonce = sealed.mid(1, nonceBytes);
    const auto hidden = sealed.mid(1 + nonceBytes).chopped(tagBytes);
    auto tag = sealed.last(tagBytes);
    QByteArray text(hidden.size(), Qt::Uninitialized);
    int size = 0;
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const bool done = cipher
        && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, raw(QByteArrayView(m_key)), raw(QByteArrayView(nonce))) == 1
        && EVP_DecryptUpdate(cipher.get(), nullptr, &size, raw(QByteArrayView(place)), int(place.size())) == 1
        && EVP_DecryptUpdate(cipher.get(), raw(text), &size, raw(QByteArrayView(hidden)), int(hidden.size())) == 1 && size == hidden.size()
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagBytes, tag.data()) == 1
        && EVP_DecryptFinal_ex(cipher.get(), raw(tag), &size) == 1;
    if (!done) return broken();
    return Secret(QString::fromUtf8(text));
}

} // namespace Tandem
