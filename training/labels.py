"""The labels of every head, in the order of the model's outputs."""

ROLES = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
KINDS = ["PER", "ORG", "LOC", "MISC", "NATIONALITY", "WEAPON"]
NAMES = ["O", *(f"{mark}-{kind}" for kind in KINDS for mark in "BI")]
CLAIM_KINDS = (
    "control fighting attack casualties equipment responsibility foreign_fighters displacement truce talks support "
    "office plan figure"
).split()
STANCES = "asserts denies confirms accuses endorses announces concedes withholds unverified other".split()
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
RELATIONS = (
    "acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt "
    "conj cop csubj csubj:outer csubj:pass dep det det:predet discourse dislocated expl fixed flat goeswith iobj list "
    "mark nmod nmod:desc nmod:poss nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent obl:unmarked "
    "orphan parataxis punct reparandum root vocative xcomp"
).split()
