"""What language a text is in."""

from __future__ import annotations

import pytest

from bot.extraction.language import language_of

ENGLISH = (
    "The army said on Tuesday that two of its soldiers had been killed in an ambush north of the town.",
    "Gunmen kill 12",
    "Nine dead in Ubari",
    "BREAKING: Explosion heard near airport",
    "14:20 Shelling resumes on the eastern edge of Marunka, two houses hit",
    "Mayor: 300 families evacuated",
    "1. Situation overview: 4 incidents recorded, 2 civilians injured, 1 school damaged.",
    "Our heroic fighters repelled the enemy and destroyed three of his vehicles, by God’s grace.",
    "Listeners, good evening. The bridge at Dakoro is gone.",
    "omg they hit the hospital again, so many people dead",
    "TROOPS ENTERED THE VILLAGE AT DAWN",
    "Rebels seize Tessalit, army retreats to El Mreiti and Abou Telfane",
)
OTHERS = (
    ("uk", "Внаслідок обстрілу загинули двоє цивільних, ще п’ятеро поранені, повідомив голова області."),
    ("ru", "В результате обстрела погибли двое мирных жителей, ещё пятеро ранены, сообщил губернатор."),
    ("ar", "قال مسؤول محلي إن خمسة جنود قتلوا في هجوم على نقطة تفتيش شمال المدينة يوم الثلاثاء"),
    ("fa", "یک مقام محلی گفت پنج سرباز در حمله به پاسگاهی در شمال شهر کشته شدند و چند تن زخمی شده‌اند"),
    ("ur", "مقامی حکام نے بتایا ہے کہ شہر کے شمال میں ایک چوکی پر حملے میں پانچ اہلکار ہلاک ہو گئے ہیں"),
    ("he", "שלושה בני אדם נהרגו בתקיפה בצפון העיר, כך מסר דובר הצבא"),
    ("el", "Τρεις στρατιώτες σκοτώθηκαν σε επίθεση βόρεια της πόλης"),
    ("hi", "शहर के उत्तर में हुए हमले में तीन सैनिक मारे गए"),
    ("zh", "当地官员说，三名士兵在城北的袭击中丧生"),
    ("ja", "地元当局によると、市の北部で兵士三人が殺害された"),
    ("ko", "도시 북쪽에서 공격으로 군인 세 명이 숨졌다"),
    ("am", "በከተማዋ ሰሜን በደረሰ ጥቃት ሦስት ወታደሮች ተገደሉ"),
    ("es", "Tres soldados murieron en un ataque al norte de la ciudad, según el gobernador."),
    ("fr", "Trois soldats ont été tués dans une attaque au nord de la ville, selon le gouverneur."),
    ("pt", "Três soldados foram mortos num ataque ao norte da cidade, disse o governador."),
    ("de", "Bei einem Angriff im Norden der Stadt wurden drei Soldaten getötet, sagte der Gouverneur."),
    ("it", "Tre soldati sono stati uccisi in un attacco a nord della città, ha detto il governatore."),
    ("nl", "Bij een aanval ten noorden van de stad zijn drie soldaten gedood, zegt de gouverneur."),
    ("tr", "Kentin kuzeyindeki saldırıda üç asker öldü, beş kişi de yaralandı, dedi vali."),
    ("id", "Tiga tentara tewas dalam serangan di utara kota itu, kata gubernur."),
)
UNTOLD = ("", "12 345 — 6!", "Ubari", "\x00\u200b\ufeff", "https://")


@pytest.mark.parametrize("text", ENGLISH)
def test_english_of_any_register_is_english(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_other_languages_are_told_by_letters_or_small_words(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", UNTOLD)
def test_what_cannot_be_told_is_not_guessed(text: str) -> None:
    assert language_of(text) is None


def test_english_that_quotes_another_script_stays_english() -> None:
    assert (
        language_of("The ministry wrote: “Потери: двое”. It said that two of its soldiers were killed there.") == "en"
    )


def test_a_long_foreign_text_with_an_english_title_is_foreign() -> None:
    text = "Statement of the governor\n" + "Trois soldats ont été tués dans une attaque au nord de la ville. " * 20

    assert language_of(text) == "fr"


def test_a_huge_text_is_told_by_its_head() -> None:
    assert language_of("The town was shelled. " * 100_000) == "en"
