"""Common given names of women and of men, to tell whom “she” and “he” cannot mean. Names that both bear are left out."""

from __future__ import annotations

FEMALE_NAMES = frozenset(
    """
    abigail ada adriana agnes aisha alejandra alice alicia alina amal amanda amelia amina amira amy ana anastasia
    angela anita ann anna anne annette annie antonia asma ayesha barbara beatrice beatriz bernadette beth betty beverly
    brenda bridget camila carla carmen carol carolina caroline carolyn catherine cecilia celia charlotte cheryl christina
    christine cindy claire clara claudia colleen cristina cynthia daniela deborah debra delia denise diana diane dolores
    donna dora doris dorothy ebony edith eileen elaine elena elisabeth elise elizabeth ella ellen elsa emilia emily emma
    erica erin esther eva eve evelyn farah fatima felicia fiona florence frances gabriela gail gillian gina giulia
    gladys gloria grace greta hala halima hanan hannah harriet heather heidi helen helena hilary hillary huda ida imelda
    ingrid irene iris isabel isabella ivana jacqueline jane janet janice jasmine jeanne jennifer jenny jessica
    jill joan joanna josephine joyce juanita judith judy julia juliana julie juliet karen kate katerina katherine
    kathleen kathryn kathy katie katrina kayla keisha khadija kimberly kirsten kristen kristina larissa latifa laura
    lauren leah leila lena leticia lillian lily linda lisa liz lois loretta lorraine louise lucia lucy ludmila luisa
    lydia lynn madeleine magdalena maha malala marcia margaret maria mariam mariana marie marilyn marina marjorie
    marta martha mary maryam maureen megan melania melanie melissa mercedes meredith michelle mila mildred miriam
    molly monica mona nadia nancy naomi natalia natalie natasha nicola nicole nina noor nora norah norma oksana olena olga
    olivia pamela patricia paula pauline penelope penny phyllis priya rachel rania rebecca regina renee rita roberta
    rosa rosalind rose rosemary roxana ruth sabrina sally salma samantha samira sandra sara sarah shannon sharon
    sheila shirley silvia sofia sonia sophia sophie stacey stella stephanie sue susan susana suzanne svetlana
    sylvia tamara tania tanya tara teresa tess theresa tiffany tina tracey tulsi ursula valentina valerie vanessa
    vera veronica victoria viola virginia vivian wanda wendy whitney yasmin yolanda yulia yvonne zahra zainab zoe
    kamala ivanka elena nikki condoleezza priti liz ayanda ngozi
    """.split()
)
MALE_NAMES = frozenset(
    """
    aaron abdul abdullah abdulrahman abraham adam adnan ahmad ahmed akhil alan albert alejandro aleksandr alexander
    alfred ali allen alvin amir amos andre andreas andrei andrew andriy anthony antonio antony armando arnold arthur
    asad asif barack barry bashar ben benedict benjamin bernard bernie bill bob boris brad bradley brendan brett brian
    bruce bryan calvin carl carlos cesar charles chris christopher clarence clifford clint colin craig curtis dale damian
    daniel darren dave david dean dennis derek diego dmitri dmitry dmytro donald douglas duncan dwight earl eddie
    edgar eduardo edward edwin elijah emmanuel enrique eric ernest ethan eugene evan farid felipe felix fernando
    floyd francisco franco francois fred frederick gabriel gareth gary gavin geoffrey george gerald gerard
    gilbert giovanni glen glenn gordon graham greg gregory guillermo gustavo hamid hamza hans harold harry
    hassan hector henry herbert herman hernan howard hugh hugo hussein ian ibrahim igor imran isaac ismail ivan jack
    jacob jacques jaime jake jamal james jared jason javier jeb jeff jeffrey jeremy jerome jerry jim jimmy joe joel
    john johnny jon jonathan jorge jose joseph josh joshua juan julian julio justin kamal karim karl keith ken kenneth
    kevin khaled khalid kofi kyle lamar larry lawrence leo leon leonard leonardo lewis liam lloyd louis lucas luis luke
    mahmoud malcolm manuel marc marco marcus mario mark martin marvin matt matthew maurice max michael miguel mike
    mikhail mitch mitt mohamed mohammad mohammed muhammad mustafa nathan nathaniel neil nelson nicholas nick nigel
    nikolai noah norman oleg oliver omar oscar osama otto owen pablo patrick paul pavel pedro pete peter philip
    phillip pierre rafael ralph ramon rand randy raul ray raymond ricardo richard rick rob robert roberto rodney
    rodrigo roger roland ron ronald ross roy rudy russell ryan saeed salim salman samuel scott sean sebastian sergei
    sergey sergio seth shane shaun simon spencer stanley stefan stephen steve steven stuart tariq ted terence terrence
    theodore thomas tim timothy toby todd tom tommy tony travis trevor tyler victor viktor vincent vladimir volodymyr
    wallace walter warren wayne wilfred william xavier yasser yousef yusuf zachary antonio narendra joko xi
    marc ehud benny yoav recep emile olaf
    """.split()
)
