"""Other languages: a pack is data, and its rules are held to their own examples."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from bot.claims.model import Interval, Kind, Mention, Polarity
from bot.claims.statement import statement
from bot.extraction.explain import explain
from bot.extraction.extract import extract, report_day
from bot.extraction.language import language_of
from bot.extraction.languages.pack import Pack, Rule, read_pack
from bot.extraction.languages.packs import PACKED, foreign, pack_of, unread_language
from bot.extraction.languages.pattern import PackError
from bot.extraction.languages.reading import read
from bot.reader.printing import print_explanations, print_mentions

DAY = date(2024, 5, 16)  # a Thursday
PACKS = [pack for code in sorted(PACKED) if (pack := pack_of(code))]
RULES = [(pack, rule) for pack in PACKS for rule in pack.rules]


def only(text: str) -> Mention:
    (mention,) = extract(text, DAY)
    return mention


def figure(text: str) -> tuple[int | None, int | None]:
    told = only(text).casualties
    assert told
    return told.count.low, told.count.high


def days(text: str) -> tuple[str, str] | None:
    when = only(text).event_date
    return (when.start.isoformat(), when.end.isoformat()) if when else None


@pytest.mark.parametrize(("pack", "rule"), RULES, ids=lambda one: getattr(one, "name", ""))
def test_each_rule_reads_its_examples(pack: Pack, rule: Rule) -> None:
    assert rule.examples
    for example in rule.examples:
        text, (quote,) = re.sub("[⟦⟧]", "", example), re.findall("⟦(.+)⟧", example)
        assert (rule.name, quote) in [(mention.rule, mention.quote) for mention in read(pack, text, DAY)]


def test_no_two_rules_of_a_pack_have_one_name() -> None:
    names = [rule.name for _, rule in RULES]

    assert len(names) == len(set(names))


def test_ukrainian_and_spanish_cover_all_that_can_be_said_of_casualties_and_control() -> None:
    for pack in PACKS:
        labels = {(rule.kind, rule.label) for rule in pack.rules}
        assert {label for kind, label in labels if kind is Kind.CASUALTIES} == {"killed", "injured", "missing", ""}
        assert len([label for kind, label in labels if kind is Kind.TERRITORIAL_CONTROL]) == 9


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("12 людей", 12, 12),
        ("дванадцятеро людей", 12, 12),
        ("тридцять п'ять людей", 35, 35),
        ("сто двадцять людей", 120, 120),
        ("1 200 людей", 1200, 1200),
        ("2,5 тисячі людей", 2500, 2500),
        ("щонайменше 10 людей", 10, None),
        ("не менше ніж 10 людей", 10, None),
        ("понад 10 людей", 10, None),
        ("до 10 людей", None, 10),
        ("менше ніж 10 людей", None, 10),
        ("близько 30 людей", 30, 30),
        ("від 5 до 8 людей", 5, 8),
        ("п'ятеро чи шестеро людей", 5, 6),
        ("кілька людей", 3, None),
        ("десятки людей", 24, None),
        ("сотні людей", 200, None),
        ("тисячі людей", 2000, None),
        ("десятки тисяч людей", 20000, None),
        ("багато людей", None, None),
        ("троє чоловіків і дитина", 4, 4),
        ("жінка", 1, 1),
        ("подружжя пенсіонерів", 2, 2),
    ],
)
def test_ukrainian_figures_follow_the_table_of_the_field(words: str, low: int | None, high: int | None) -> None:
    assert figure(f"Внаслідок обстрілу загинули {words}.") == (low, high)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("12 personas", 12, 12),
        ("treinta y cinco personas", 35, 35),
        ("ciento veinte personas", 120, 120),
        ("1.200 personas", 1200, 1200),
        ("dos mil quinientas personas", 2500, 2500),
        ("al menos 10 personas", 10, None),
        ("más de 10 personas", 10, None),
        ("hasta 10 personas", None, 10),
        ("menos de 10 personas", None, 10),
        ("unas 30 personas", 30, 30),
        ("entre 5 y 8 personas", 5, 8),
        ("cinco o seis personas", 5, 6),
        ("varias personas", 3, None),
        ("decenas de personas", 24, None),
        ("una docena de personas", 12, 12),
        ("cientos de personas", 200, None),
        ("miles de personas", 2000, None),
        ("muchas personas", None, None),
        ("tres hombres y un niño", 4, 4),
        ("una mujer", 1, 1),
        ("una pareja", 2, 2),
    ],
)
def test_spanish_figures_follow_the_table_of_the_field(words: str, low: int | None, high: int | None) -> None:
    assert figure(f"En el ataque de la ciudad murieron {words}.") == (low, high)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("У середу", ("2024-05-15", "2024-05-15")),
        ("Вчора ввечері", ("2024-05-15", "2024-05-15")),
        ("Вночі", ("2024-05-15", "2024-05-16")),
        ("У ніч на вівторок", ("2024-05-13", "2024-05-14")),
        ("12 травня", ("2024-05-12", "2024-05-12")),
        ("29 березня 2024 року", ("2024-03-29", "2024-03-29")),
        ("З понеділка", ("2024-05-13", "2024-05-16")),
        ("Минулого тижня", ("2024-05-06", "2024-05-12")),
        ("На початку травня", ("2024-05-01", "2024-05-10")),
        ("За добу", ("2024-05-15", "2024-05-16")),
        ("З 12 по 14 травня", ("2024-05-12", "2024-05-14")),
        ("12–14 травня", ("2024-05-12", "2024-05-14")),
    ],
)
def test_ukrainian_days_are_reckoned_from_the_report(when: str, expected: tuple[str, str]) -> None:
    assert days(f"{when} в Одесі загинули двоє людей.") == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("El miércoles", ("2024-05-15", "2024-05-15")),
        ("Ayer", ("2024-05-15", "2024-05-15")),
        ("Durante la noche", ("2024-05-15", "2024-05-16")),
        ("El 12 de mayo", ("2024-05-12", "2024-05-12")),
        ("El 29 de marzo de 2024", ("2024-03-29", "2024-03-29")),
        ("Desde el lunes", ("2024-05-13", "2024-05-16")),
        ("La semana pasada", ("2024-05-06", "2024-05-12")),
        ("A principios de mayo", ("2024-05-01", "2024-05-10")),
        ("En las últimas 24 horas", ("2024-05-15", "2024-05-16")),
        ("Entre el domingo y el martes", ("2024-05-12", "2024-05-14")),
        ("Del 12 al 14 de mayo", ("2024-05-12", "2024-05-14")),
    ],
)
def test_spanish_days_are_reckoned_from_the_report(when: str, expected: tuple[str, str]) -> None:
    assert days(f"{when} murieron dos personas en Cali.") == expected


@pytest.mark.parametrize(
    "text",
    [
        "КИЇВ, 14 травня 2024 року (Укрінформ) — Вчора в Сумах загинули двоє людей.",
        "14.05.2024\nВчора в Сумах загинули двоє людей.",
        "BOGOTÁ, 14 de mayo de 2024 (EFE) — Ayer murieron dos personas en Cali.",
    ],
)
def test_the_day_that_a_report_bears_comes_before_the_day_it_was_handed_in(text: str) -> None:
    assert report_day(text, DAY) == date(2024, 5, 14)
    assert [one.event_date and one.event_date.start for one in extract(text, DAY)] == [date(2024, 5, 13)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("у Харкові", "Kharkiv"), ("біля Харкова", "Kharkiv"), ("у Бахмуті", "Bakhmut"), ("під Бахмутом", "Bakhmut"),
        ("в Авдіївці", "Avdiivka"), ("поблизу Роботиного", "Robotyne"), ("у Запоріжжі", "Zaporizhzhia"),
        ("у Кривому Розі", "Kryvyi Rih"), ("у Сумах", "Sumy"), ("на Херсонщині", "Kherson region"),
        ("у Донецькій області", "Donetsk region"), ("в Криму", "Crimea"),
    ],
)  # fmt: skip
def test_ukrainian_names_are_led_back_to_their_base_form(words: str, name: str) -> None:
    place = only(f"Унаслідок обстрілу {words} загинули двоє цивільних.").place

    assert place
    assert (place.name, place.country, place.lat is not None) == (name, "UA", True)


def test_a_name_that_several_countries_have_gets_no_coordinates_unless_the_text_tells_which() -> None:
    untold = only("Dos personas murieron en El Carmen.").place
    told = only("Dos soldados colombianos murieron en El Carmen.").place

    assert untold
    assert (untold.name, untold.lat) == ("El Carmen", None)
    assert told
    assert told.country == "CO"


def test_he_and_she_are_who_spoke_before() -> None:
    text = "Загинули двоє медиків, сказала лікарка Олена Коваль. Вона додала, що ще четверо людей поранені."

    assert [one.attribution and one.attribution.source for one in extract(text, DAY)] == ["Олена Коваль"] * 2


def test_a_party_to_the_war_is_known_as_one() -> None:
    party = only("Генштаб ЗСУ повідомив, що загинули десятеро росіян під час бою біля Лимана, серед них солдати.")
    other = only("Мер Ігор Терехов повідомив, що загинули троє людей.")

    assert party.attribution
    assert party.attribution.party
    assert other.attribution
    assert not other.attribution.party


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("У Харкові загинули 12 людей.", "12 people were killed in Kharkiv."),
        ("У Сумах загинули щонайменше 24 українські військові.", "24 or more Ukrainian soldiers were killed in Sumy."),
        ("Російські війська захопили село Роботине.", "Russian troops seized the village of Robotyne."),
        ("Речник заперечив, що бойовики захопили аеропорт.", "Fighters did not seize the airport."),
        ("Tres soldados colombianos murieron en Cali.", "3 Colombian soldiers were killed in Cali."),
        ("Los rebeldes tomaron la ciudad de Goma.", "Rebels seized the city of Goma."),
    ],
)
def test_a_claim_is_told_in_english(text: str, said: str) -> None:
    assert statement(only(text)) == said


def test_every_quote_stands_at_its_offsets() -> None:
    text = "\ufeffОновлення:\r\n\r\n— У Харкові загинули двоє цивільних.\r\n— Поранено п’ятьох дітей.\r\n"
    found = extract(text, DAY)

    assert [text[one.start : one.end] == one.quote for one in found] == [True, True]


def test_explaining_names_groups_in_english_and_the_rule_that_fired() -> None:
    (told,) = explain("У Харкові загинули двоє цивільних.", DAY)

    assert told.claims[0].rule == "uk.casualties.subject.killed"
    assert ("двоє цивільних", "people, “civilians”", "2") in [(one.words, one.about, one.figure) for one in told.groups]


def test_an_english_text_that_quotes_spanish_is_read_as_english() -> None:
    text = (
        "The army said on Tuesday that two soldiers were killed in Cali. “Murieron tres civiles”, the mayor "
        "told reporters, and nine people were wounded in the clashes."
    )

    assert foreign(text) is None
    assert {one.quote for one in extract(text, DAY)} == {"two soldiers were killed", "nine people were wounded"}


def test_a_spanish_text_that_quotes_english_is_read_as_spanish() -> None:
    text = "El gobernador dijo que dos soldados murieron en Cali. «Two more were wounded», añadió un portavoz militar."

    assert {one.rule.partition(".")[0] for one in extract(text, DAY)} == {"es"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Un raid aérien a fait neuf morts dans la ville, selon les autorités; le massacre a été condamné.", "French"),
        ("По меньшей мере двенадцать мирных жителей погибли в городе в среду, сообщила полиция.", "Russian"),
        ("قال مسؤول محلي إن خمسة جنود قتلوا في هجوم على نقطة تفتيش شمال المدينة يوم الثلاثاء", "Arabic"),
    ],
)
def test_in_a_language_without_a_pack_nothing_is_found_and_the_language_is_named(text: str, language: str) -> None:
    assert extract(text, DAY) == []
    assert unread_language(text) == language


def test_ukrainian_without_a_letter_of_its_own_is_told_from_russian_by_its_words() -> None:
    assert language_of("Бойовики захопили аеропорт") == "uk"
    assert language_of("Боевики захватили аэропорт") == "ru"
    assert language_of("Аеропорт") == "ru"


def test_a_denied_claim_keeps_who_denies() -> None:
    mention = only("El Ejército negó que hubiera muerto algún civil.")

    assert mention.polarity is Polarity.DENIED
    assert mention.attribution
    assert mention.attribution.source == "Ejército"
    assert mention.casualties
    assert mention.casualties.count == Interval(None, None, "any")


def test_a_third_language_is_nothing_but_data() -> None:
    pack = read_pack(ESPERANTO)
    text = "Ĉirkaŭ dek du civiluloj mortis en Kalio, diris la urbestro. La ribelantoj okupis la urbon."
    deaths, seizure = read(pack, text, DAY)

    assert (deaths.rule, deaths.quote) == ("eo.casualties.died", "Ĉirkaŭ dek du civiluloj mortis")
    assert statement(deaths) == "About 12 civilians were killed in Cali."
    assert deaths.attribution
    assert deaths.attribution.source == "urbestro"
    assert statement(seizure) == "Rebels seized the city of Cali."


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (("<died>", "<dead>"), "no list of words called <dead>"),
        (("{people} <died>", "{folk} <died>"), "no slot called {folk}"),
        (("{people} <died>", "{people}"), "names no word that must stand there"),
        (('label = "seized"', 'label = "sold"'), "cannot say “sold”"),
        (("[marks]", "[signs]"), "says nothing of 'marks'"),
    ],
)
def test_a_pack_with_a_mistake_says_what_is_wrong(wrong: tuple[str, str], why: str) -> None:
    with pytest.raises(PackError, match=re.escape(why)):
        read_pack(ESPERANTO.replace(*wrong))


ESPERANTO = """
code = "eo"
name = "Esperanto"

[words]
died = "mortis"

[figures]
fillers = "aliaj"
opens = "inter"
joins = "kaj"
ors = "aŭ -"
plus = ""
of = ""
thousands = " "
none = ["neniu"]
not_counts = ["jar*"]
numbers = {1 = "unu", 2 = "du", 10 = "dek"}
times = {1000 = "mil"}
vague = {3 = ["kelkaj"]}
unknown = {many = ["multaj"]}
hedges = {about = ["ĉirkaŭ"], at_least = ["almenaŭ"]}
afterwards = {}

[groups]
behind = false
one = "civilulo"
two = ""
articles = "la"
adjectives = "aj a"
ands = "kaj"
people = {"civilian/civilians" = ["civilulo(,j,jn)"]}
describing = {Russian = "rus(a,aj)"}
forces = {rebels = ["ribelantoj"]}
seats = {city = ["urbo(,n)"]}

[places]
home = "CO"
where = "en"
kinds = "urbo"
within = ""
never = "la"
sectors = ""
endings = "o>"
letters = {}
initials = {}
names = {Cali = ["kalio"]}
regions = {}
peoples = {}

[dates]
weekdays = ["lundo", "mardo", "merkredo", "ĵaŭdo", "vendredo", "sabato", "dimanĉo"]
months = ["januaro", "februaro"]
relative = {"-1" = ["hieraŭ"]}
periods = {}
since = ["ekde"]
spans = ["inter"]
through = ["kaj"]
night_to = []
parts = {}
of = "de"
year = ""
in_year = "en"

[marks]
breaks = "ke sed"
small = "la en de kaj"
unreal = ["eble"]
negations = ["ne"]
background = []

[speech]
says = ["diris {speaker}"]
denies = []
doubts = []
pronouns = ""
backwards = []
voices = "urbestro"
parties = ""
within = "de"

[[rule]]
name = "casualties.died"
kind = "casualties"
label = "killed"
patterns = ["{people} <died>"]
examples = ["⟦Du civiluloj mortis⟧."]

[[rule]]
name = "control.took"
kind = "territorial_control"
label = "seized"
patterns = ["{actor} okupis {seat}"]
examples = ["⟦La ribelantoj okupis la urbon⟧."]
"""


def test_on_the_command_line_a_language_that_nobody_reads_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "rapport.txt"
    report.write_text("Trois soldats ont été tués dans une attaque au nord de la ville, selon le gouverneur.", "utf-8")

    print_mentions([report], DAY, jsonl=True)
    print_explanations([report], DAY)

    told = capsys.readouterr()
    assert told.err.count("rapport.txt: in French; the rules read English, Spanish and Ukrainian") == 2
    assert "{" not in told.out
