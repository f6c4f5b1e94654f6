"""What each kind of fact and of file is called, and what it is for, in both languages."""

from collections.abc import Mapping
from typing import Final

from canllaw.languages import Words

KIND_NAMES: Final[Mapping[str, Words]] = {
    "source": Words(cy="Ffynhonnell", en="Source"),
    "term": Words(cy="Term", en="Term"),
    "role": Words(cy="Rôl", en="Role"),
    "right": Words(cy="Hawl", en="Right"),
    "deadline": Words(cy="Terfyn amser", en="Deadline"),
    "age_stage": Words(cy="Cyfnod oedran", en="Age stage"),
    "provision": Words(cy="Prawf darpariaeth", en="Provision test"),
    "example": Words(cy="Enghraifft", en="Example"),
    "plan_section": Words(cy="Adran o’r cynllun", en="Plan section"),
    "milestone": Words(cy="Carreg filltir", en="Milestone"),
    "organisation": Words(cy="Sefydliad", en="Organisation"),
    "question": Words(cy="Cwestiwn", en="Question"),
    "waiver": Words(cy="Eithriad", en="Waiver"),
    "standard": Words(cy="Safon", en="Standard"),
    "change": Words(cy="Newid", en="Change"),
}

KINDS_ARE: Final[Mapping[str, Words]] = {
    "source": Words(
        cy="Testun y mae ffeithiau’n dibynnu arno, neu y cawsant eu darllen ynddo.",
        en="A text that facts rest on, or in which they were read.",
    ),
    "term": Words(
        cy="Un o eiriau’r system ADY: y term swyddogol yn y ddwy iaith, a’i ystyr.",
        en="A word of the ALN system: the official term in each language, and what it means.",
    ),
    "role": Words(
        cy="Person, swydd neu gorff: pwy sy’n ei benodi, beth sydd rhaid iddo ei wneud, sut mae "
        "cysylltu ag ef.",
        en="A person, post or body: who appoints it, what it must do, how to reach it.",
    ),
    "right": Words(
        cy="Rhywbeth y gall teulu ei wneud am benderfyniad: yn erbyn pwy, ar ôl beth, ble, erbyn "
        "pryd.",
        en="Something a family can do about a decision: against whom, after what, where, by when.",
    ),
    "deadline": Words(
        cy="Terfyn amser y mae’n rhaid i rywun ei gadw.",
        en="A time limit that somebody must keep.",
    ),
    "age_stage": Words(
        cy="Rhan o’r ystod 0–25 mewn un math o leoliad: pwy sy’n penderfynu, a hawliau pwy ydynt.",
        en="A part of the 0–25 range in a kind of setting: who decides, and whose rights they are.",
    ),
    "provision": Words(
        cy="Y prawf cyfreithiol ar gyfer darpariaeth ddysgu ychwanegol, i ystod o oedrannau.",
        en="The legal test for additional learning provision, for a range of ages.",
    ),
    "example": Words(
        cy="Enghraifft o’n heiddo ni, nid o’r gyfraith, o’r hyn sy’n ddarpariaeth ddysgu "
        "ychwanegol neu beidio.",
        en="A worked example, ours and not the law’s, of what is additional learning provision or "
        "not.",
    ),
    "plan_section": Words(
        cy="Un adran o’r cynllun datblygu unigol: beth sydd ynddi, ac a ellir apelio amdani.",
        en="One section of the individual development plan: what it holds, and whether its "
        "content can be appealed.",
    ),
    "milestone": Words(
        cy="Rhywbeth a ddigwyddodd, neu sy’n gorfod digwydd erbyn diwrnod.",
        en="Something that happened, or must happen by a day.",
    ),
    "organisation": Words(
        cy="Sefydliad y gall teulu droi ato, gyda’r ffyrdd o gysylltu a ddarllenwyd mewn "
        "ffynhonnell.",
        en="An organisation a family can turn to, with the ways to reach it that were read in a "
        "source.",
    ),
    "question": Words(
        cy="Cwestiwn sydd gan ddarllenydd, a ble mae’r ateb.",
        en="A question that a reader brings, and where its answer is.",
    ),
    "waiver": Words(
        cy="Problem yr edrychodd rhywun arni a’i chaniatáu. Mae’n mynd pan fydd y broblem yn mynd.",
        en="A problem that somebody looked at and let stand. It goes when the problem goes.",
    ),
    "standard": Words(
        cy="Un peth sy’n ofynnol gan wefan ddwyieithog, gyda’r dystiolaeth ei fod wedi’i wneud.",
        en="One thing that is asked of a bilingual site, with the evidence that it is done.",
    ),
    "change": Words(
        cy="Rhywbeth sydd wedi newid y dylai darllenydd wybod amdano: o beth i beth, a pham.",
        en="Something that has changed that a reader should know of: from what to what, and why.",
    ),
}

FILE_NAMES: Final[Mapping[str, Words]] = {
    "facts": Words(cy="Ffeil o ffeithiau", en="A file of facts"),
    "waivers": Words(cy="Ffeil o eithriadau", en="A file of waivers"),
    "interface": Words(cy="Labeli’r wefan", en="The labels of the site"),
    "spelling": Words(cy="Geiriau cywir", en="Correct words"),
    "site": Words(cy="Sut y cedwir y wefan", en="How the site is kept"),
    "page": Words(cy="Meysydd ar ben tudalen", en="The fields at the top of a page"),
}

FILES_ARE: Final[Mapping[str, Words]] = {
    "facts": Words(
        cy="Rhestr o ffeithiau, pob un yn dechrau â '- kind: …'.",
        en="A list of facts, each of which starts with '- kind: …'.",
    ),
    "waivers": Words(
        cy="Rhestr o broblemau yr edrychodd rhywun arnynt a’u caniatáu, gyda rheswm.",
        en="A list of problems that somebody looked at and let stand, with a reason.",
    ),
    "interface": Words(
        cy="Y geiriau y mae’r wefan ei hun yn eu dweud, pob un â cy ac en.",
        en="What the site itself says, each label with cy and en.",
    ),
    "spelling": Words(
        cy="Geiriau sy’n gywir er nad ydynt mewn geiriadur, yn nhrefn a i z.",
        en="Words that are right though no dictionary has them, in order from a to z.",
    ),
    "site": Words(
        cy="Pryd y mae pob math o ffaith i’w wirio eto, ac i ble y caiff dolenni arwain.",
        en="When each kind of fact is to be checked again, and where links may lead.",
    ),
    "page": Words(
        cy="Beth sydd rhwng y ddwy linell '---' ar ben tudalen.",
        en="What stands between the two lines '---' at the top of a page.",
    ),
}
