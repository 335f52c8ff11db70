/// With the no-break spaces (U+00A0) that French sets inside its quotes and before its colon.
extension Words {
    static let french = Words(
        brand: "Marsad",
        digest: "Revue de presse",
        subject: "Ce que la presse a publié sur la police nationale",
        skip: "Aller aux sujets",
        fromTo: "Du {1} au {2}",
        range: "du {1} au {2}",
        articles: Plural(one: "{} article", other: "{} articles"),
        stories: Plural(one: "{} sujet", other: "{} sujets"),
        outlets: Plural(one: "{} média", other: "{} médias"),
        more: Plural(
            one: "{} de plus que la période précédente",
            other: "{} de plus que la période précédente"),
        fewer: Plural(
            one: "{} de moins que la période précédente",
            other: "{} de moins que la période précédente"),
        asMany: "autant que la période précédente",
        perDay: Plural(one: "Articles ce jour", other: "Articles par jour sur {} jours"),
        mostOn: "au plus {1}, le {2}",
        contents: "Dans cette revue",
        quietTitle: "Rien à signaler",
        quiet: "Aucun article de cette période ne concernait la police nationale.",
        quietPolls: "Relevés effectués\u{A0}: {1}. Flux suivis\u{A0}: {2}.",
        quietAllAnswered: "Tous les relevés ont abouti\u{A0}: on peut se fier à ce silence.",
        quietFailures: Plural(
            one: "{} relevé a échoué.",
            other: "{} relevés ont échoué."),
        quietTroubled: "Les flux en difficulté sont nommés plus bas.",
        quietDoubt:
            "La moitié des relevés au moins ont échoué\u{A0}: des articles ont pu échapper.",
        quietBlind:
            "Aucun flux n’a été relevé pendant cette période\u{A0}: ce silence ne dit rien.",
        grades: [
            .primary: "sujet principal", .secondary: "sujet secondaire", .mention: "mention",
        ],
        developmentOf: "Suite d’un sujet du {}",
        alsoAbout: "Aussi",
        quotedFrom: "Source\u{A0}: {}",
        facts: [
            .who: "Qui", .event: "Événement", .place: "Où", .time: "Quand",
            .quantity: "Combien",
        ],
        inferred: "déduit",
        inferredFrom: "déduit de {}",
        allHeadlines: Plural(one: "Le titre", other: "Les {} titres"),
        linkToStory: "Lien vers ce sujet",
        mostNamed: "Les plus cités",
        mostNamedKinds: [
            .people: "Responsables", .countries: "Pays", .places: "Lieux",
        ],
        namedIn: Plural(one: "cité dans {} article", other: "cité dans {} articles"),
        edited: "Modifiés après publication",
        before: "Avant",
        after: "Maintenant",
        textChanged: "Le texte a changé, le titre non.",
        leftOut: "Écartés, et pourquoi",
        leftOutWhy: "Juste sous le seuil de leur thème, ou écartés par la rédaction.",
        missingPoints: "il manquait {1} points pour «\u{A0}{2}\u{A0}»",
        setAside: "écarté par la rédaction",
        watch: "L’état de la veille",
        feedsWatched: "Flux suivis",
        polls: "Relevés",
        failures: "Échecs",
        troubled: "Flux en difficulté",
        since: "depuis le {}",
        allAnswered: "Aucun flux en difficulté.",
        notices: "À regarder",
        writtenOn: "Écrite le {}",
        method:
            "Les phrases sont citées telles qu’imprimées\u{A0}; «\u{A0}…\u{A0}» marque une coupe. "
            + "Ce qui est déduit est dit tel.",
        methodMarks: "Ce qui est marqué est ce qui a été reconnu.",
        allDigests: "Toutes les revues",
        openQuote: "«\u{A0}", closeQuote: "\u{A0}»",
        comma: ", ", colon: "\u{A0}: ")
}
