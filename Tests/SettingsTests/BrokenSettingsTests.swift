import Testing

@testable import Settings

/// Settings that do not check, with every complaint that they must bring.
struct BrokenSettings: Sendable, CustomTestStringConvertible {
    let name: String
    var files: [String: String]
    let complaints: [String]

    var testDescription: String { name }
}

@Suite struct BrokenSettingsTests {
    static let broken: [BrokenSettings] = [
        BrokenSettings(
            name: "keys misspelt in three files",
            files: [
                "marsad.yaml": "polling: {flor: 1 h}\ndigset: {}\n",
                "topics/drugs.yaml": "title: Drugs\nrules:\n  - anny: [chira]\n    wieght: 3\n",
                "lexicon/people.yaml": "people:\n  - {id: one, terms: [one], rang: x}\n",
            ],
            complaints: [
                "marsad.yaml:1:11: unknown key ‘flor’; did you mean ‘floor’?",
                "marsad.yaml:2:1: unknown key ‘digset’; did you mean ‘digest’?",
                "lexicon/people.yaml:2:29: unknown key ‘rang’; did you mean ‘rank’?",
                "topics/drugs.yaml:3:5: unknown key ‘anny’; did you mean ‘any’?",
                "topics/drugs.yaml:4:5: unknown key ‘wieght’; did you mean ‘weight’?",
            ]),
        BrokenSettings(
            name: "wrong types",
            files: [
                "topics/drugs.yaml": """
                threshold: much
                rules:
                  - any: [chira]
                    weight: heavy
                    in: [head]
                    language: [fr, latin]
                  - {any: [kif], in: [title, source]}
                """
            ],
            complaints: [
                "topics/drugs.yaml:1:12: ‘threshold’ wants a number",
                "topics/drugs.yaml:4:13: ‘weight’ wants a number",
                "topics/drugs.yaml:5:10: ‘in’ wants title, lead or body",
                "topics/drugs.yaml:6:20: ‘language’ wants ar, fr, en or zgh",
                "topics/drugs.yaml:7:30: ‘in’ wants title, lead or body; outlets are told by "
                    + "‘feed’, ‘tag’ or ‘country’",
            ]),
        BrokenSettings(
            name: "templates that do not check",
            files: [
                "templates/story.html": "<p>\n  {{hedline}}<a href={{anchor}}>x</a></p>",
                "templates/style.css": "@import 'x'",
                "templates/notes.odt": "x",
                "templates/storry.html": "{{#headline}}",
            ],
            complaints: [
                "templates/notes.odt: a template is called .html, .css, .md or .txt",
                "templates/storry.html: no template includes it; did you mean ‘story.html’?",
                "templates/story.html:2:3: nothing is called ‘hedline’ here; did you mean "
                    + "‘headline’?",
                "templates/story.html:2:22: an attribute with a value in it wants quotes",
                "templates/style.css:1:1: a digest loads nothing: ‘@import’ has no place",
            ]),
        BrokenSettings(
            name: "ids that are there twice",
            files: [
                "topics/drugs.yaml": """
                rules:
                  - {id: seized, any: [chira]}
                  - {id: seized, any: [kif]}
                """,
                "lexicon/more.yaml": "people: [{id: one, terms: [autre]}]\n",
            ],
            complaints: [
                "lexicon/people.yaml:1:10: ‘one’ is already at lexicon/more.yaml:1",
                "topics/drugs.yaml:3:5: the rule ‘drugs.seized’ is there twice",
            ]),
        BrokenSettings(
            name: "lists of nothing",
            files: [
                "topics/drugs.yaml": "words: []\n",
                "relevance.yaml": "rules:\n  - any: [شرطة]\n    none: []\n",
            ],
            complaints: [
                "topics/drugs.yaml:1:8: ‘words’ is empty; leave the key out, or list something",
                "relevance.yaml:3:11: ‘none’ is empty; leave the key out, or list something",
            ]),
        BrokenSettings(
            name: "terms that fold to nothing, wherever they stand",
            files: [
                "topics/drugs.yaml": """
                words:
                  - chira
                  - "…"
                  - {term: kif, unless-near: ["!"], not-after: ["ـــ"]}
                """,
                "lexicon/people.yaml": "people: [{id: one, terms: [one, \"ًٌ\"]}]\n",
            ],
            complaints: [
                "lexicon/people.yaml:1:33: ‘ًٌ’ holds no word to look for",
                "topics/drugs.yaml:3:5: ‘…’ holds no word to look for",
                "topics/drugs.yaml:4:31: ‘!’ holds no word to look for",
                "topics/drugs.yaml:4:49: ‘ـــ’ holds no word to look for",
            ]),
        BrokenSettings(
            name: "names that mean nothing",
            files: [
                "topics/drugs.yaml": """
                words:
                  - "@onne"
                  - "#dregs"
                  - $lisst
                  - "@act:arest"
                """,
                "topics/lists.yaml": "lists: {list: [chira]}\n",
                "lexicon/acts.yaml": "acts: [{id: arrest, terms: [arrestation]}]\n",
            ],
            complaints: [
                "topics/drugs.yaml:2:5: ‘@onne’ names nothing in the lexicon; did you mean ‘@one’?",
                "topics/drugs.yaml:3:5: ‘#dregs’ names no topic; did you mean ‘#drugs’?",
                "topics/drugs.yaml:4:5: there is no list ‘$lisst’; did you mean ‘$list’?",
                "topics/drugs.yaml:5:5: ‘@act:arest’ names nothing in the lexicon; did you mean "
                    + "‘@act:arrest’?",
            ]),
        BrokenSettings(
            name: "kinds that there are none of",
            files: [
                "topics/drugs.yaml": """
                words:
                  - "@quantity:drgu"
                  - "@place:citty"
                  - "@country:XX"
                  - "@police:ZZ:named"
                  - "@police:MA:name"
                """
            ],
            complaints: [
                "topics/drugs.yaml:2:5: ‘@quantity:drgu’ names nothing in the lexicon; did you mean "
                    + "‘@quantity:drug’?",
                "topics/drugs.yaml:3:5: ‘@place:citty’ names nothing in the lexicon; did you mean "
                    + "‘@place:city’?",
                "topics/drugs.yaml:4:5: ‘@country:XX’ names nothing in the lexicon; there are "
                    + "MA, foreign",
                "topics/drugs.yaml:5:5: ‘@police:ZZ:named’ names nothing in the lexicon; there "
                    + "are MA, foreign",
                "topics/drugs.yaml:6:5: ‘@police:MA:name’ names nothing in the lexicon; behind "
                    + "‘@police:MA:’ may stand named, strong or weak",
            ]),
        BrokenSettings(
            name: "lists that became one term",
            files: [
                "topics/drugs.yaml": """
                rules:
                  - any: chira, kif
                  - any: [شيرا، كيف]
                  - any:
                      - chira
                          - kif
                  - any: [chira OR kif]
                """
            ],
            complaints: [
                "topics/drugs.yaml:2:10: ‘chira, kif’ is one term with ‘,’ in it, which no text holds "
                    + "so; write a list: [ …, … ]",
                "topics/drugs.yaml:3:11: ‘شيرا، كيف’ is one term with ‘،’ in it, which no text holds "
                    + "so; write a list: [ …, … ]",
                "topics/drugs.yaml:5:9: ‘chira - kif’ is one term with ‘-’ in it, which no text holds "
                    + "so; write a list: [ …, … ]",
                "topics/drugs.yaml:7:11: ‘chira OR kif’ is one term with ‘OR’ in it, which no text "
                    + "holds so; write a list: [ …, … ]",
            ]),
        BrokenSettings(
            name: "files and topics that are called otherwise",
            files: [
                "topics/roads.yml": "words: [radar]\n",
                "topics/relevance.yaml": "words: [police]\n",
                "topics/My Topic.yaml": "words: [chira]\n",
                "topics/zero.yaml": "",
            ],
            complaints: [
                "topics/My Topic.yaml:1:1: ‘My Topic’ cannot be a topic's id: small letters, digits "
                    + "and ‘-’ (a file's name is its topic's id)",
                "topics/relevance.yaml:1:1: no topic can be called ‘relevance’: relevance.yaml beside "
                    + "the topics is",
                "topics/roads.yml: is not read: only files whose name ends in ‘.yaml’ are",
                "topics/zero.yaml: is empty",
            ]),
        BrokenSettings(
            name: "a fault of the lists, told without what follows from it",
            files: [
                "topics/lists.yaml": "lists:\n  one: [chira]\n  one: [kif]\n",
                "topics/drugs.yaml": "words: [$one]\n",
            ],
            complaints: ["topics/lists.yaml:3:3: has the same key twice: one"]),
        BrokenSettings(
            name: "points beyond all measure",
            files: [
                "topics/drugs.yaml":
                    "threshold: -5\nrules:\n  - {any: [chira], weight: 1e308}\n"
            ],
            complaints: [
                "topics/drugs.yaml:1:12: ‘threshold’ wants a number of points from 0 to 1000",
                "topics/drugs.yaml:3:28: ‘weight’ wants a number of points from -1000 to 1000",
            ]),
        BrokenSettings(
            name: "topics that ask for one another",
            files: [
                "topics/drugs.yaml": "rules:\n  - {any: [chira]}\n  - {any: [\"#roads\"]}\n",
                "topics/roads.yaml": "words: [radar]\nvetoes: [\"#weather\"]\n",
                "topics/weather.yaml":
                    "words: [pluie]\nrequires: [\"#drugs\", {none: [\"#weather\"]}]\n",
            ],
            complaints: [
                "topics/weather.yaml:2:12: topics ask for one another: "
                    + "#drugs → #roads → #weather → #drugs",
                "topics/weather.yaml:2:30: the topic asks for itself",
            ]),
        BrokenSettings(
            name: "topics that stand beside nothing",
            files: [
                "topics/drugs.yaml": "words: [chira]\nbeside: [rods, drugs, roads, roads, [x]]\n",
                "topics/roads.yaml": "words: [radar]\nbeside: []\n",
                "relevance.yaml": "threshold: 0\nwords: [police]\nbeside: [drugs]\n",
            ],
            complaints: [
                "topics/drugs.yaml:2:10: ‘rods’ names no topic; did you mean ‘roads’?",
                "topics/drugs.yaml:2:16: a topic always stands beside itself",
                "topics/drugs.yaml:2:30: ‘roads’ is there twice",
                "topics/drugs.yaml:2:37: ‘beside’ wants ids of topics",
                "topics/roads.yaml:2:9: ‘beside’ is empty; leave the key out, or list something",
                "relevance.yaml:3:9: ‘beside’ is for topics; relevance stands alone",
            ]),
        BrokenSettings(
            name: "lists that name one another",
            files: [
                "topics/lists.yaml": "lists:\n  one: [chira, $two]\n  two: [kif, $one]\n",
                "topics/drugs.yaml": "words: [$one]\n",
            ],
            complaints: ["topics/lists.yaml:3:14: the list ‘$one’ names itself"]),
        BrokenSettings(
            name: "rules that can never count",
            files: [
                "topics/drugs.yaml": """
                threshold: 9
                rules:
                  - {id: idle, any: [chira], weight: 0}
                  - {id: torn, any: [kif], none: [kif, hachisch]}
                  - {id: placeless, any: ["#roads"], in: title}
                  - {id: far, any: [cannabis], feed: example.com}
                  - {id: tagged, any: [cannabis], tag: sports, weight: 1}
                  - {id: many, at-least: {count: 3, of: [un, deux]}, weight: 1}
                """,
                "topics/roads.yaml": "threshold: 20\nwords: [radar]\n",
            ],
            complaints: [
                "topics/drugs.yaml:3:5: rule ‘drugs.idle’ can never count: its weight is 0",
                "topics/drugs.yaml:4:5: rule ‘drugs.torn’ can never count: it wants ‘kif’ and "
                    + "wants it not to be there",
                "topics/drugs.yaml:5:5: rule ‘drugs.placeless’ can never count: ‘in’ wants "
                    + "something that stands in the text",
                "topics/drugs.yaml:6:5: rule ‘drugs.far’ can never count: no feed is called "
                    + "‘example.com’; did you mean ‘example.org’?",
                "topics/drugs.yaml:7:5: rule ‘drugs.tagged’ can never count: no feed has the tag "
                    + "‘sports’",
                "topics/drugs.yaml:8:26: ‘at-least’ wants 3 of only 2",
                "topics/roads.yaml:1:1: ‘roads’ can never be reached: its rules come to 6.0 points "
                    + "at most, the threshold is 20.0",
            ]),
        BrokenSettings(
            name: "examples that fail, told beside faults of other files",
            files: [
                "marsad.yaml": "log-level: loud\n",
                "topics/drugs.yaml": """
                rules:
                  - any: [chira]
                    examples:
                      match: [deux tonnes de chira, deux tonnes de kif]
                      no-match: [un film sur la chira]
                """,
            ],
            complaints: [
                "marsad.yaml:1:12: ‘log-level’ wants one of trace, debug, info, notice, warning, "
                    + "error, critical",
                "topics/drugs.yaml:4:37: the rule ‘drugs.1’ does not match this example",
                "topics/drugs.yaml:5:18: the rule ‘drugs.1’ matches this counter-example",
            ]),
        BrokenSettings(
            name: "examples of rules that were read whole, with all that they name",
            files: [
                "topics/drugs.yaml": """
                rules:
                  - any: [chira]
                    wieght: 3
                    examples: {match: [rien]}
                  - {any: [kif], examples: {match: [rien]}}
                  - {any: ["@one"], examples: {match: [rien]}}
                  - {any: [$good], examples: {match: [rien]}}
                  - {any: [$bad], examples: {match: [rien]}}
                  - {all: ["#roads", kif], examples: {match: [rien]}}
                """,
                "topics/roads.yaml": "threshold: much\nwords: [accident]\n",
                "topics/lists.yaml": "lists: {good: [majoun], bad: [ab*, hachich]}\n",
                "lexicon/people.yaml": "people: [{id: one, terms: [un], rang: 2}]\n",
            ],
            complaints: [
                "lexicon/people.yaml:1:33: unknown key ‘rang’; did you mean ‘rank’?",
                "topics/drugs.yaml:3:5: unknown key ‘wieght’; did you mean ‘weight’?",
                "topics/drugs.yaml:5:37: the rule ‘drugs.2’ does not match this example",
                "topics/drugs.yaml:7:39: the rule ‘drugs.4’ does not match this example",
                "topics/lists.yaml:1:31: ‘ab*’ is too short a stem: four letters at least",
                "topics/roads.yaml:1:12: ‘threshold’ wants a number",
            ]),
        BrokenSettings(
            name: "feeds that cannot be read, of which a rule names one",
            files: [
                "feeds.yaml": "feeds: [{uri: \"https://example.org/feed\"}]\n",
                "topics/drugs.yaml": "rules: [{any: [chira], feed: example.org}]\n",
            ],
            complaints: [
                "feeds.yaml:1:9: a feed wants the key ‘url’"
            ]),
        BrokenSettings(
            name: "company and nearness",
            files: [
                "topics/drugs.yaml": """
                rules:
                  - near: {of: [[chira]]}
                  - any: [{trem: kif}]
                  - any: [{term: kif, onlynear: [chira], within: 0 km}]
                  - any: [ab*]
                """
            ],
            complaints: [
                "topics/drugs.yaml:2:11: ‘near’ wants two groups at least: {of: [[ … ], [ … ]], "
                    + "within: 6}",
                "topics/drugs.yaml:3:12: unknown key ‘trem’; did you mean ‘term’?",
                "topics/drugs.yaml:4:23: unknown key ‘onlynear’; did you mean ‘only-near’?",
                "topics/drugs.yaml:4:50: ‘within’ wants a whole number from 0 to 200",
                "topics/drugs.yaml:5:11: ‘ab*’ is too short a stem: four letters at least",
            ]),
        BrokenSettings(
            name: "hooks and metrics",
            files: [
                "marsad.yaml": """
                metrics: {file: marsad.txt, port: 0}
                hooks:
                  - {name: a, on: stories, run: tell}
                  - {name: b, on: digest, topics: [drugs], run: /bin/tell, post: "https://x.example"}
                  - {name: c, on: story, topics: [drogs], post: mailto:me}
                  - {on: story, run: /bin/tell, secret-file: /s}
                """
            ],
            complaints: [
                "marsad.yaml:1:17: ‘file’ wants a whole path that ends in .prom, which the "
                    + "collector reads",
                "marsad.yaml:1:35: ‘port’ wants a whole number from 1 to 65535",
                "marsad.yaml:3:5: ‘tell’: a whole path such as /usr/local/bin/tell is wanted",
                "marsad.yaml:3:19: ‘on’ wants one of story, digest, failing-feed",
                "marsad.yaml:4:5: a hook wants either ‘run’, a program, or ‘post’, an address",
                "marsad.yaml:4:35: ‘topics’ is for hooks on stories",
                "marsad.yaml:5:49: ‘post’ wants a web address",
                "marsad.yaml:6:5: a hook wants ‘name’",
                "marsad.yaml:6:46: ‘secret-file’ signs what is posted",
            ]),
        BrokenSettings(
            name: "hooks of topics and names that are not right",
            files: [
                "marsad.yaml": """
                hooks:
                  - {name: c, on: story, topics: [drogs], run: /bin/tell}
                  - {name: c, on: digest, run: /bin/tell}
                """
            ],
            complaints: [
                "marsad.yaml:2:3: two hooks are called ‘c’",
                "marsad.yaml:2:35: there is no topic ‘drogs’; did you mean ‘drugs’?",
            ]),
    ]

    @Test(arguments: broken)
    func `all that is wrong is told in one run, in the order of the files`(
        _ broken: BrokenSettings
    ) throws {
        #expect(try SettingsOnDisk(broken.files).problems == broken.complaints)
    }
}
