"""States that fight or are fought over: their names, their people, the seats that stand for their governments."""

from __future__ import annotations

_TABLE = """
AF afghanistan afghan afghans kabul
AM armenia armenian armenians yerevan
AZ azerbaijan azerbaijani azeri azerbaijanis baku
BD bangladesh bangladeshi dhaka
BF burkina burkinabe ouagadougou
BI burundi burundian burundians gitega bujumbura
BY belarus belarusian belarusians minsk
CD congo congolese drc kinshasa
CF central-african bangui
CI ivorian
CM cameroon cameroonian yaounde
CN china chinese beijing
CO colombia colombian colombians bogota
EC ecuador ecuadorian quito
EG egypt egyptian egyptians cairo
ER eritrea eritrean eritreans asmara
ET ethiopia ethiopian ethiopians addis
FR france french paris
GB britain british uk london
GE georgia georgian georgians tbilisi
HT haiti haitian haitians
ID indonesia indonesian jakarta
IL israel israeli israelis idf
IN india indian indians delhi
IQ iraq iraqi iraqis baghdad
IR iran iranian iranians tehran irgc
JO jordan jordanian amman
KE kenya kenyan kenyans nairobi
KG kyrgyzstan kyrgyz bishkek
KH cambodia cambodian cambodians
KP pyongyang
KR seoul
LB lebanon lebanese beirut
LK sri-lankan colombo
LY libya libyan libyans tripoli
MA morocco moroccan rabat
ML mali malian malians bamako fama
MM myanmar burmese burma naypyidaw naypyitaw tatmadaw
MR mauritania mauritanian
MX mexico mexican mexicans
MZ mozambique mozambican maputo
NE niger nigerien niamey
NG nigeria nigerian nigerians abuja
PH philippine philippines filipino manila
PK pakistan pakistani pakistanis islamabad
PL poland polish poles warsaw
PS palestinian palestinians
RU russia russian russians moscow kremlin
RW rwanda rwandan rwandans kigali
SA saudi riyadh
SD sudan sudanese khartoum saf
SO somalia somali somalis mogadishu
SS south-sudanese juba
SY syria syrian syrians damascus
TD chad chadian chadians ndjamena
TH thailand thai thais bangkok
TJ tajikistan tajik tajiks dushanbe
TR turkey turkish turks turkiye ankara
UA ukraine ukrainian ukrainians kyiv kiev
UG uganda ugandan ugandans kampala updf
US american americans pentagon washington centcom
VE venezuela venezuelan caracas
YE yemen yemeni yemenis
ZA south-african pretoria
"""
NATIONS: dict[str, str] = {
    word.replace("-", " "): code for code, *words in map(str.split, _TABLE.split("\n")[1:-1]) for word in words
}
