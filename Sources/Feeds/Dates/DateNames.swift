import Foundation

/// The months' names as CLDR has them in English, French, Arabic (Moroccan, Eastern, Levantine)
/// and Tamazight (in Tifinagh and in Latin letters), with the forms that papers use besides; and as other languages' feeds do.
enum DateNames {
    /// 1 to 12; nil for a word that is no month. `word` is in lower case and without a dot.
    static func month(_ word: String) -> Int? {
        months[folded(word)]
    }

    private static let months: [String: Int] = {
        var months: [String: Int] = [:]
        for (index, row) in rows.split(separator: "\n").enumerated() {
            for name in row.split(separator: " ") { months[folded(String(name))] = index + 1 }
        }
        return months
    }()

    /// Without hamza on alif, accents and tatweel: أبريل is also written ابريل, août aout.
    private static func folded(_ word: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in word.decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.value {
            case 0x300...0x36F, 0x640, 0x64B...0x655: continue
            case 0x623, 0x625, 0x622: folded.append("\u{627}")
            case 0x649: folded.append("\u{64A}")
            default: folded.append(scalar)
            }
        }
        return String(folded)
    }

    private static let rows = """
        jan january janv janvier jänner ene enero gen gennaio januar يناير جانفي كانون_الثاني \
        ⵉⵏⵏⴰⵢⵔ ⵉⵏⵏ yennayer yen innayr inn
        feb february fév févr février febr febrero februar febbraio فبراير فيفري شباط ⴱⵕⴰⵢⵕ ⴱⵕⴰ \
        yebrayer yeb bṛayṛ bṛa
        mar march mars marzo märz mär marz مارس مارت آذار ⵎⴰⵕⵚ ⵎⴰⵕ maṛṣ
        apr april avr avril abr abril aprile أبريل إبريل أفريل نيسان ⵉⴱⵔⵉⵔ ⵉⴱⵔ ibrir ibr
        may mai mayo mag maggio ماي مايو أيار ⵎⴰⵢⵢⵓ ⵎⴰⵢ mayyu
        jun june juin jui junio giugno giu juni يونيو يونيه جوان حزيران ⵢⵓⵏⵢⵓ ⵢⵓⵏ yunyu yun
        jul july juil juillet julio luglio lug juli يوليوز يوليو يوليه جويلية تموز ⵢⵓⵍⵢⵓⵣ ⵢⵓⵍ \
        yulyuz yul
        aug august août ago agosto غشت أغسطس أوت آب ⵖⵓⵛⵜ ⵖⵓⵛ ɣuct ɣuc
        sep sept september septembre septiembre settembre set شتنبر سبتمبر أيلول ⵛⵓⵜⴰⵏⴱⵉⵔ ⵛⵓⵜ \
        cutanbir cut
        oct october octobre octubre okt oktober ott ottobre أكتوبر تشرين_الأول ⴽⵜⵓⴱⵔ ⴽⵜⵓ \
        kṭuber kṭu ktubr
        nov november novembre noviembre نونبر نوفمبر تشرين_الثاني ⵏⵓⵡⴰⵏⴱⵉⵔ ⵏⵓⵡ nwanbir nwa \
        nuwanbir nuw
        dec december déc décembre diciembre dez dezember dic dicembre دجنبر ديسمبر كانون_الأول \
        ⴷⵓⵊⴰⵏⴱⵉⵔ ⴷⵓⵊ dujanbir duj
        """
}
