"""Forces: those who fight, as reports name them. Names of armed groups only sharpen the reading."""

from __future__ import annotations

_NAMES = """
taliban isis isil daesh hamas hezbollah hizbullah houthi houthis boko-haram boko al-qaeda al-shabab al-shabaab shabaab
shabab m23 rsf sdf ypg ypj pkk farc eln epl plo idf isaf nato aqim jnim iswap lra adf mai-mai codeco tplf fano spla
fmln erp unita renamo senderistas contras sandinistas pdf pdfs knu kia tnla mndaa wagner azov janjaweed peshmerga
wazalendo fdlr monusco minusma minusca unifil unmiss amisom atmis pmf fsa hts al-nusra nusra jihad isk iskp fatah
ttp bla talib cartels aif qrf fardc gna lna milf cjtf mopol anp ltte unamid minurso fomac sla polisario viet-cong vietcong
kla mpla swapo zanla ulfa npa eprdf eprp tplf olf spla-io aqap sna rouge nsag fds aah amisom anti-balaka seleka ex-seleka kamajors frolinat
"""
_NOUNS = """
army armies navy military force forces militia militias police gendarmerie junta regime government rebels insurgents
militants insurgency fighters guerrillas guerrilla group groups faction factions gunmen jihadists separatists
terrorists troops commandos brigade brigades battalion battalions division divisions regiment regiments unit units
platoon platoons contingent contingents patrol patrols convoy enemy enemies attackers assailants raiders coalition
alliance side sides defenders invaders paramilitaries mercenaries security cartel cartels gang gangs mob column
columns
wing garrison command marines squad squads detachment detachments formation formations company companies corps artillery aviation militiamen soldiers
command reinforcements reinforcement backup peacekeepers air-force airforce opposition loyalists resistance elements
remnants vanguard rearguard paratroops regulars irregulars armour armor miscreants occupiers besiegers attackers
helmets hunters vigilantes tribesmen mutineers putschists bandits cadres partisans
"""
NAMES = frozenset(_NAMES.split())
FORCES = NAMES | frozenset(_NOUNS.split())
