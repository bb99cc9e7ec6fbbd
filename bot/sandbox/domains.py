"""The endings that make a bare word with a dot a link.

Telegram knows all of the root zone; here are all country endings and the generic ones that are much used.
"""

from __future__ import annotations

_COUNTRIES = """
ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bv bw by bz ca cc cd
cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge
gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki
km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my
mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se
sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz
va vc ve vg vi vn vu wf ws ye yt za zm zw
рф рус укр бел қаз срб мкд бг ею გე հայ इंडिया ভারত 中国 中國 香港 台灣 台湾 한국
ایران عمان مصر قطر تونس سورية عراق فلسطين السعودية امارات الاردن المغرب الجزائر پاکستان
"""

_GENERIC = """
academy accountants actor adult agency airforce apartments app archi army art arte asia associates attorney auction
audio auto aero arpa band bank bar bargains beauty beer best bet bible bid bike bingo bio biz black blog blue boats
bond boo book boston boutique broker build builders business buy buzz cab cafe cam camera camp capital car cards care
career careers cars casa cash casino cat catering center ceo channel charity chat cheap christmas church city claims
cleaning click clinic clothing cloud club coach codes coffee college com community company computer condos
construction consulting contact contractors cooking cool coop country coupons courses credit creditcard cruises
dad dance data date dating day deals degree delivery democrat dental dentist design dev diamonds diet digital direct
directory discount doctor dog domains download earth eco edu education email energy engineer engineering enterprises
equipment esq estate events exchange expert exposed express fail faith family fan fans farm fashion fast feedback film
finance financial fish fishing fit fitness flights florist flowers fly foo food football forex forsale forum foundation
free fun fund furniture futbol fyi gallery game games garden gay gdn gift gifts gives glass global gmbh gold golf gov
graphics gratis green group guide guitars guru hair haus health healthcare help here hiphop hiv hockey holdings holiday
homes horse hospital host hosting hot hotel house how icu immo immobilien inc industries info ing ink institute insure
int international investments irish jetzt jewelry jobs juegos kaufen kids kim kitchen kiwi land law lawyer lease legal
lgbt life lighting limited limo link live loan loans lol london love ltd ltda luxe luxury maison management map market
marketing markets mba med media meet meme memorial men menu miami mil mobi moda moe mom money monster mortgage moscow
motorcycles mov movie museum music name navy net network new news ninja now nyc observer one ong onl online ooo open
org organic page paris partners parts party pet pharmacy phd photo photography photos pics pictures pink pizza place
plumbing plus poker porn post press pro productions prof promo properties property protection pub qpon quest racing
radio realestate realtor recipes red rehab reise reisen ren rent rentals repair report republican rest restaurant
review reviews rich rip rocks rodeo rsvp run sale salon sarl save school schule science search security select
services sex sexy shiksha shoes shop shopping show singles site ski skin soccer social software solar solutions soy
space sport spot store stream studio study style sucks supplies supply support surf surgery swiss systems tatar tattoo
tax taxi team tech technology tel tennis theater theatre tickets tienda tips tires today tokyo tools top tours town toys
trade trading training travel tube university uno vacations vegas ventures vet video viajes villas vin vip vision vodka
vote voting voto voyage wang watch webcam website wedding wien wiki win wine work works world wow wtf xin xxx xyz yoga
you zip zone москва онлайн сайт орг дети com net org
"""

TOP_LEVEL = frozenset((_COUNTRIES + _GENERIC).split())


def is_top_level(ending: str) -> bool:
    """Whether a bare word with this ending becomes a link. A capital followed by small letters is a new sentence.

    >>> is_top_level("com"), is_top_level("COM"), is_top_level("Com")
    (True, True, False)
    """
    lower = ending.lower()
    starts_a_sentence = ending[:1] != lower[:1] and ending[1:] == lower[1:]
    return not starts_a_sentence and lower in TOP_LEVEL
