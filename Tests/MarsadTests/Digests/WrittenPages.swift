import Digests
import Settings

@testable import marsad

extension DigestWriter {
    /// All files of a period's digest, each form rendered by itself.
    func pages(
        _ input: DigestInput, languages: [DigestLanguage], forms: [DigestForm]
    ) -> [DigestFiles.File] {
        let envelope = settings.general.digest.mail?.envelope ?? .unaddressed
        return languages.map { Digest(input, language: $0) }.flatMap { digest in
            forms.map {
                let text = digest.render(
                    $0, by: settings.templates ?? .builtIn, envelope: envelope)
                return (digest.fileName($0), text)
            }
        }
    }
}
