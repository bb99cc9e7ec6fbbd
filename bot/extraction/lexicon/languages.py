"""Small words, words of the trade and letters of their own, by language."""

from __future__ import annotations

_SMALL = {
    "en": "the and of to in was were that for with on at said says say by from has have had been are is it its his her their they he "
    "she we who which after before as an be but not this there more than when near into over about no two three four five",
    "es": "el la los las de que y en un una unos por con para del se fue fueron han más como pero su sus al según este esta ha sin "
    "entre lo dos tres tras no es a cuando donde hay está están",
    "fr": "le la les des et de un une dans que pour par sur est sont ont été avec au aux du qui pas ne se ce cette il elle ils selon "
    "plus en à après l'armée d'une deux trois leur",
    "de": "der die das und in den von zu mit ist im für auf wurde wurden nicht ein eine einen einer dem des sind nach bei am als auch "
    "sich es dass zwei drei vor aus über haben hat",
    "pt": "o a os as de que e em um uma por com para do da no na nos nas foi foram não mais como dos das ao pelo pela são se seu sua "
    "segundo após dois três",
    "it": "il lo la gli le di che e in un una per con del della dei delle è sono stati stato stata nel nella dal alla alle più non si "
    "anche due tre dopo",
    "nl": "de het een en van in is dat op te zijn met voor niet aan door werden werd bij naar uit om ook als er heeft hebben twee drie",
    "tr": "ve bir bu da de için ile olarak çok daha sonra olan kadar göre ise oldu etti en iki üç ancak gibi olduğu dedi her",
    "id": "yang dan di dari untuk dengan pada ini itu dalam tidak akan oleh telah adalah orang dua tiga mereka setelah kata ke",
    "pl": "w i na z się do nie że o jest to za od po przez są był była zostało oraz jak przy dwóch trzech",
    "ro": "și în de la cu pe din care a au fost pentru nu un o este sunt mai după că al ale doi trei",
    "so": "ku ka oo iyo waa in la uu ay ee soo waxaa ayaa kale dhexe",
    "sw": "na ya wa kwa ni katika la za watu baada kuwa hiyo huo wengi wawili watatu",
    "ha": "da a na ta ya sun su cikin wani wasu mutane kuma suka",
    "vi": "và của là có trong được các cho người đã không một những tại với này",
    "ku": "li di ji bo û ku ye de hat bi yê ya hatin kuştin",
}  # fmt: skip
SMALL_WORDS = {code: frozenset(words.split()) for code, words in _SMALL.items()}

_TELLING = {
    "en": "killed kill kills wounded injured dead soldiers troops police army fighters rebels militants gunmen civilians people "
    "village town city airstrike airstrikes shelling attack attacks attacked strike strikes missile drone bomb explosion clashes "
    "fighting forces seized captured arrested fled villagers residents governor ministry spokesman officials hospital militia "
    "casualties missing bodies women children families east west north south",
    "es": "muertos heridos soldados policía ejército ataque ataques ciudad personas murieron gobierno murió muere mueren soldado "
    "civiles rebeldes militares tropas muerto heridas herido víctimas siguen atrapados desaparecidos informó dijo alcalde pueblo "
    "asesinado asesinados tomaron tomó mató mataron mineros bajo",
    "fr": "morts blessés soldats armée attaque ville personnes tués civils gouvernement",
    "de": "tote verletzte soldaten polizei armee angriff stadt menschen getötet",
    "pt": "mortos feridos soldados polícia exército ataque cidade pessoas",
    "it": "morti feriti soldati polizia esercito attacco città persone uccisi",
    "tr": "asker askerler öldü yaralandı saldırı kişi ordu polis köy",
    "id": "tewas tentara polisi serangan warga kota luka",
}  # fmt: skip
TELLING_WORDS = {code: frozenset(words.split()) for code, words in _TELLING.items()}

# Letters that tell a language from those it shares a script with.
LETTERS = {
    "uk": "іїєґ", "be": "ў", "sr": "ђјљњћџ", "mk": "ѓќѕ", "fa": "پچژگیک", "ur": "ٹڈڑےںھہ", "ps": "ټډړښځڅېۍ", "ckb": "ڕڵۆێە",
    "mr": "ळ", "tr": "ğış", "pl": "ąęłśźż", "ro": "țș", "vi": "ơưđ", "pt": "ãõ", "de": "ß", "es": "ñ¿¡",
}  # fmt: skip
# A short text may lack letters of its own: then it is in the second language where a word of its is there, and neither a
# letter nor a word of the usual one.
COUSINS = {
    "ru": (
        "uk", "та що вже від після щодо про було й або але загинуло загинули поранено поранений захопити захопили "
        "поліція влада місто росіяни уряд бойовики повідомила повідомили",
        "ыэъё", "и что уже от после о или погибли погибло ранены захватили правительство сообщил сообщили",
    ),
}  # fmt: skip
# The scripts as Unicode names their letters: the usual language, then those with letters of their own, rarest letters first.
SCRIPTS = {
    "CYRILLIC": ("ru", "be", "uk", "sr", "mk"),
    "ARABIC": ("ar", "ur", "ps", "ckb", "fa"),
    "HEBREW": ("he",),
    "GREEK": ("el",),
    "ARMENIAN": ("hy",),
    "GEORGIAN": ("ka",),
    "DEVANAGARI": ("hi", "mr"),
    "BENGALI": ("bn",),
    "TAMIL": ("ta",),
    "ETHIOPIC": ("am",),
    "MYANMAR": ("my",),
    "THAI": ("th",),
    "HANGUL": ("ko",),
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
    "CJK": ("zh",),
}

NAMES = {
    "en": "English", "es": "Spanish", "fr": "French", "de": "German", "pt": "Portuguese", "it": "Italian", "nl": "Dutch",
    "tr": "Turkish", "id": "Indonesian", "pl": "Polish", "ro": "Romanian", "so": "Somali", "sw": "Swahili", "ha": "Hausa",
    "vi": "Vietnamese", "ku": "Kurdish", "ru": "Russian", "be": "Belarusian", "uk": "Ukrainian", "sr": "Serbian",
    "mk": "Macedonian", "ar": "Arabic", "ur": "Urdu", "ps": "Pashto", "ckb": "Sorani Kurdish", "fa": "Persian",
    "he": "Hebrew", "el": "Greek", "hy": "Armenian", "ka": "Georgian", "hi": "Hindi", "mr": "Marathi", "bn": "Bengali",
    "ta": "Tamil", "am": "Amharic", "my": "Burmese", "th": "Thai", "ko": "Korean", "ja": "Japanese", "zh": "Chinese",
}  # fmt: skip
