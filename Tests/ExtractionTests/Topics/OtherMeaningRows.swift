/// Texts in which what is said of arrests, stops and falls means something else.
enum OtherMeaningRows {
    static let rows: [RelevanceRow] = [
        RelevanceRow("a building collapses", title: "سقوط منزل آيل للانهيار بفاس"),
        RelevanceRow("rain falls", title: "سقوط أمطار قوية بطنجة"),
        RelevanceRow("a worker falls", title: "عامل بناء يسقط من الطابق الرابع بالدار البيضاء"),
        RelevanceRow("a fall in the derby", title: "الرجاء يطيح بالوداد بالدار البيضاء"),
        RelevanceRow("a market is taken down", title: "تفكيك سوق عشوائي بالدار البيضاء"),
        RelevanceRow("schools stop", title: "توقيف الدراسة بأكادير بسبب الأمطار"),
        RelevanceRow("an official is suspended", title: "توقيف قائد عن مهامه بالقنيطرة"),
        RelevanceRow("suspended teachers", title: "وقفة بالرباط تضامنا مع الأساتذة الموقوفين"),
        RelevanceRow("imports stop", title: "المغرب يوقف استيراد الأبقار من البرازيل"),
        RelevanceRow("flights stop", title: "Le Maroc arrête les liaisons aériennes avec Israël"),
        RelevanceRow("aid is handed over", title: "المغرب يسلم مساعدات غذائية لمالي"),
        RelevanceRow("trains stop", title: "توقف حركة القطارات بين فاس ومكناس"),
        RelevanceRow("snow falls", title: "La neige tombe à Ifrane"),
        RelevanceRow("an acquittal", title: "براءة رئيس جماعة بمراكش"),
        RelevanceRow("a bus strike", title: "إيقاف خدمات الحافلات بتطوان"),
        RelevanceRow("prices fall", title: "Marrakech : les prix de l'immobilier tombent"),
        RelevanceRow("stop of a project", title: "إيقاف أشغال بناء عمارة بتطوان"),
        RelevanceRow("a playoff", title: "مباراة الباراج تحسم الصعود إلى القسم الأول"),
        RelevanceRow("a semi-final", title: "الوداد يبلغ السيمي فينال"),
        RelevanceRow("Croats", title: "المنتخب المغربي يواجه الكروات في المونديال"),
        RelevanceRow("a general supervisor", title: "المراقب العام لحزب يستقيل"),
        RelevanceRow("a guard of a shop", title: "طعن حارس أمن بسوق ممتاز بطنجة"),
    ]
}
