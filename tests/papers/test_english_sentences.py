"""The English papers say what the Chinese ones say, in sentences that a native writer would write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import negotiation_docs as nd
from negotiation_docs.facts.values.choices import EvidenceForm
from negotiation_docs.words.english import english_count
from tests.make.cases import with_debt
from tests.make.variants import READ, made, maker, paper, papers_of, variants
from tests.read.english import FAULTS, faults
from tests.read.some import some

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.yaml"))


def told(kind: str, case: dict[str, Any], lang: str = "en") -> str:
    return nd.render(kind, nd.load(case), lang=lang, acknowledge=READ).text


@pytest.mark.parametrize("name", sorted(variants()))
def test_no_english_paper_of_any_variant_shows_a_fault_of_the_language(name):
    for kind, _, document in made(name, "en"):
        assert list(faults(document.text + "\n" + document.short)) == [], kind


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_english_paper_of_an_example_shows_a_fault_of_the_language(path):
    for place, document in some(papers_of(nd.load(path), "en").items()):
        assert list(faults(document.text + "\n" + document.short)) == [], place


SPOILT = {
    "a doubled word": "I will pay the the rest.",
    "a before a vowel": "The borrower has a unsecured loan.",
    "an before a consonant": "This is an loan.",
    "two blanks": "I ask  for a pause.",
    "a blank before a mark": "I ask for a pause , please.",
    "two marks": "I ask for a pause;.",
    "no blank behind a mark": "I owe this;please wait.",
    "a sentence glued to the one before": "It is dissolved.What I say is my own statement.",
    "lines of one": "Line 1 less lines 3",
    "a mark of Chinese": "I owe this，please wait.",
    "one of many": "It is 1 days overdue.",
    "many of one": "It is 30 day overdue.",
    "a plural with a verb of one": "Whether late charges of RMB 1,260.00 is waived.",
    "two sums with a verb of one": "How interest of RMB 1.00 and fees of RMB 2.00 is to be paid.",
    "a capital behind a semicolon": "Regular; See Attachment 1",
    "a sentence without a capital": "I ask for a pause. please answer.",
    "American spelling": "I propose 12 installments.",
    "a word of the program": "Please send transfer_notice.",
    "an unpaired ()": "I ask for a pause (until May.",
}


def test_each_kind_of_fault_is_noticed():
    assert set(FAULTS) | {"an unpaired ()"} == set(SPOILT)
    for kind, sentence in SPOILT.items():
        assert kind in {found for found, _ in faults(sentence)}, kind
        assert list(faults("I ask for a pause; please answer by 1 May, at 14:05, or e-mail me (no. 2).")) == []


def test_the_days_of_contacts_are_not_taken_for_the_day_of_the_assignment():
    text = nd.render("contact_log", nd.load("examples/he.yaml"), lang="en").text
    assert "the contact of 9 November 2026 about my credit card" in text
    assert "assigned to you on 9 November 2026" not in text


def test_the_sum_of_a_loan_is_not_taken_for_the_price_of_its_platform_or_of_the_lending():
    letter = papers("loan-4-disputed")["hold_request"]
    assert "of 18 June 2025 for RMB 24,000.00, arranged through Example Easy Loan app" in letter
    agreement = papers("friend-2-agreed")["repayment_agreement"]
    assert "The lender lent the borrower RMB 24,000.00 on 8 October 2025" in agreement
    assert "money on" not in agreement


def papers(story: str) -> dict[str, str]:
    """Kind → English text, of the papers about the first debt of a story."""
    case = nd.load(f"examples/stories/{story}.yaml")
    first = case.debts[0].id
    return {kind: document.text for (debt, kind), document in papers_of(case, "en").items() if debt == first}


def test_what_the_bank_received_is_not_said_by_the_borrower_in_the_agreement_of_both():
    case = with_debt(contract={"amount": "24000.00", "received": "22000.00", "signed": "2025-10-08"})
    text = told("repayment_agreement", case)
    assert "RMB 22,000.00 was actually received" in text
    assert " I received" not in text


def test_a_complaint_counts_the_days_without_an_answer_in_both_languages():
    case = nd.load("examples/stories/again-1-refused.yaml")
    english = nd.render("credit_complaint", case, "card", lang="en").text
    assert "至今29日" in nd.render("credit_complaint", case, "card").text
    assert "unanswered after 29 days" in english
    assert "By 18 September 2026, 29 days later, I had received no written answer." in english
    withdrawal = nd.render("complaint_withdrawal", case, "card", lang="en").text
    assert "Please process the withdrawal and tell me the outcome" in withdrawal, "nothing is taken for done"
    assert "concerns nothing beyond the repayment arrangement" in withdrawal


@pytest.mark.parametrize(
    ("kind", "words", "never"),
    [
        ("account_statement_request", "requires that a person who asks to consult or copy", "asks for a convenient"),
        ("credit_statement", "must put that statement on record", "the agency puts it on record"),
        ("settlement_certificate_request", "the parties must act in good faith", "the parties notify and assist"),
        ("contact_preferences", "must not be approached for payment", "are not to be asked"),
    ],
)
def test_a_duty_of_the_law_stays_a_duty_in_english(kind, words, never):
    texts = [document.text for name in variants() if (document := paper(name, kind, "en"))]
    assert any(words in text for text in some(texts))
    assert not any(never in text for text in texts)


def test_keeping_confidences_and_taking_back_are_duties_after_settlement_too():
    text = papers("card-6-settled")["settlement_certificate_request"]
    assert "notify and assist each other, keep confidences and take back used items" in text


def test_an_offer_is_proposed_and_not_promised_and_says_how_it_may_be_confirmed():
    offer = nd.render("settlement_offer", nd.load("examples/shen.yaml"), lang="en").text
    assert "I propose to pay RMB 3,302.75 in one sum by 25 November 2026" in offer
    assert "in writing (with your official stamp, or by text message, e-mail or in-app message)" in offer


def test_what_a_mediator_is_shown_is_a_proposal_and_no_arrangement():
    text = papers("loan-3-escalated")["mediation_request"]
    assert "\nProposal\t20 instalments" in text
    assert "\nArrangement" not in text


def test_a_second_proposal_compares_only_what_the_table_shows():
    case = nd.load("examples/stories/again-1-refused.yaml")
    text = nd.render("reconsideration_request", case, "loan", lang="en").text
    assert "Against last time\t30 fewer instalments" in text
    assert "highest instalment" not in text  # the day on which the first plan was to begin is not known
    assert "what number of instalments and amount of each you could accept" in text


def test_arrears_are_paid_by_the_day_and_not_unrecorded_by_it():
    text = papers("card-5-missed")["plan_change_request"]
    assert "By 10 July 2027 I will pay the RMB 2,280.70 that is still owing on earlier instalments or not on" in text


def test_what_the_lender_said_is_not_called_a_promise_where_the_chinese_only_says_that_it_said_so():
    chinese, english = (
        nd.render("hardship_letter", nd.load("examples/ouyang.yaml"), lang=lang).text for lang in ("zh", "en")
    )
    assert "贵公司并告知：" in chinese
    assert "; you also wrote: “五个工作日内通过APP站内信发送方案”" in english
    assert "promised" not in english


def test_the_sheet_for_oneself_names_the_paper_for_creditors_and_what_unknown_debts_do():
    text = nd.render("creditor_allocation", nd.load("examples/lin.yaml"), "loan_a", lang="en").text
    title = nd.render("allocation_statement", nd.load("examples/lin.yaml"), "loan_a", lang="en").paper.title
    assert f"For creditors there is the {title}." in text


def test_an_account_that_is_being_checked_is_not_said_to_need_checking_first():
    assert "I am checking this account." in papers("loan-4-disputed")["hold_request"]


def test_a_breakdown_is_asked_for_by_the_days_from_and_to_which_each_charge_runs():
    assert "its rate and the dates from and to which it was charged" in papers("loan-4-disputed")["hold_request"]


def test_a_strange_reader_is_told_what_a_fingerprint_and_a_quotation_are():
    letter = nd.render("hardship_letter", nd.load("examples/lin.yaml"), "loan_a", lang="en").text
    assert "In China a fingerprint beside the signature confirms who signed" in letter
    assert "What is marked [in Chinese] is quoted as it stands" in letter
    both = nd.render("hardship_letter", nd.load("examples/lin.yaml"), "loan_a", lang="zh+en").text
    assert both.count("In China a fingerprint beside the signature") == 1
    plan = papers("card-3-agreed")["repayment_plan"]
    assert "fingerprint" not in plan
    assert "quoted as it stands" not in plan


def test_the_number_of_a_case_and_of_a_clerk_are_no_quotations():
    text = nd.render("hold_request", nd.load("examples/court/deng.yaml"), lang="en", acknowledge=("litigation",)).text
    assert "(case no. （2026）京0199民初5678号)" in text
    log = nd.render("contact_log", nd.load("examples/stories/again-1-refused.yaml"), "card", lang="en").text
    assert "; staff number 9017" in log
    bare = papers_with_agent("2207")
    assert "and spoke with staff number 2207 about" in bare


def papers_with_agent(agent: str) -> str:
    contact = {
        "at": "2026-11-16 10:00", "direction": "outgoing", "channel": "phone", "agent": agent, "summary": "提出分36期",
        "reply": "同意", "outcome": "accepted",
    }  # fmt: skip
    agreement = {"reached": "2026-11-16", "terms": {"plan": True}}
    return told("confirmation_request", with_debt(contacts=[contact], agreement=agreement))


@pytest.mark.parametrize("form", list(EvidenceForm))
def test_copies_have_their_plural(form):
    one, two = (english_count(number, form.value) for number in (1, 2))
    assert one != two.replace("2", "1")


def test_one_payment_on_time_is_one_payment():
    assert "I made 1 payment on time." in told("hardship_letter", with_debt(paid_on_time=1))
    assert "I made 2 consecutive payments on time." in told("hardship_letter", with_debt(paid_on_time=2))


def test_a_quarterly_plan_names_its_months_as_the_chinese_does():
    chinese, english = (paper("by-the-quarter", "repayment_plan", lang) for lang in ("zh", "en"))
    assert chinese is not None
    assert english is not None
    assert "每年2月、5月、8月、11月的25日" in chinese.text
    assert "quarterly instalments on the 25th of February, May, August and November, starting on" in english.text


def test_several_payments_are_a_list_with_one_and():
    text = papers("card-4-in-plan")["hold_request"]
    assert "RMB 1,440.35 on 25 December 2026, RMB 1,440.35 on 25 January 2027, " in text
    assert text.count(" and RMB 1,440.35") == 1


def test_a_long_name_is_told_once_and_takes_no_possessive():
    text = papers("loan-3-escalated")["escalation_request"]
    assert "）’s" not in text
    assert ")’s" not in text
    assert text.count("Example Hanjiang Microloan Co., Ltd.") == 2, "who it is, and with whom to mediate"
    assert "the creditor replied: the earlier answer stands." in text


def test_no_figure_in_characters_is_left_in_an_english_paper():
    kind = "settlement_certificate_request"
    assert "人民币" in nd.render(kind, nd.load("examples/stories/loan-7-settled.yaml")).text
    assert "人民币" not in papers("loan-7-settled")[kind]


@pytest.mark.parametrize("kind", ["hardship_letter", "fee_waiver_request", "settlement_offer"])
def test_the_strip_dates_what_is_owed_alike(kind):
    document = paper(maker(kind), kind, "en")
    assert document is not None
    assert "\nas of " in document.text.split("\n1. ")[0]


def test_one_thing_has_one_name_in_all_papers():
    """The system of credit records, the stamp of an organisation, the account to pay into, the report of credit."""
    other = ("credit database", "credit system", "Account to pay to", "queried on", "(seal)", "handed in", "Voucher")
    for name in some(variants()):
        for kind, _, document in made(name, "en"):
            text = document.text.replace("national credit database", "")
            assert not [word for word in other if word in text], (name, kind)


def test_a_sum_that_rounding_leaves_is_explained():
    text = nd.render("allocation_statement", nd.load("examples/lin.yaml"), "loan_a", lang="en").text
    assert "rounded down to the fen, a hundredth of a yuan" in text


def english(name: str, kind: str) -> str:
    document = paper(name, kind, "en")
    assert document is not None
    return document.text


@pytest.mark.parametrize("kind", ["hardship_letter", "repayment_plan", "settlement_offer", "fee_waiver_request"])
def test_a_waiver_of_a_part_is_not_taken_for_a_waiver_of_the_whole_and_principal_does_not_accrue(kind):
    text = english("settled-friend", kind)
    assert "RMB 3,000.00 of the principal" in text
    assert "accrued principal" not in text
    assert "the principal of RMB 3,000.00" not in text


def test_what_was_received_is_told_apart_from_who_arranged_the_loan():
    text = english("sued-online-loan", "hold_request")
    assert "and RMB 23,000.00 was actually received; the loan was arranged through 示例借款APP." in text


def test_a_message_is_read_and_nobody_speaks_in_it():
    assert "you sent me an e-mail; the message read: " in english("talk-email", "hardship_letter")
    assert "online customer service; the message read: " in english("talk-incoming", "hardship_letter")
    request = english("talk-sms", "confirmation_request")
    assert "I sent you a text message and was in touch with staff number 2207" in request
    assert "My note of what I wrote: " in request


def test_instalments_of_which_nothing_is_on_record_are_counted_up_once():
    text = english("missed", "progress_report")
    assert "For instalments 3, 4, 5 and 6 no payment is on record yet, subject to a check of the records." in text


def test_the_centre_has_its_article_in_a_sentence():
    text = english("objection-centre", "credit_complaint")
    assert "I objected to this record to the Credit Reference Centre of the People's Bank of China on" in text
    assert "Against\tThe Credit Reference Centre" in text


def test_charges_are_not_charged():
    for name, kind in (("creditor-bank_card", "repayment_agreement"), ("creditor-bank_card", "repayment_plan")):
        text = english(name, kind)
        assert "charges are charged" not in text
        assert "charge no" not in text


def test_words_that_many_files_use_for_people_are_the_library_s_own():
    assert "(3 people in the household: spouse, aged 36; daughter, aged 8, without income)" in english(
        "household", "financial_statement"
    )
    assert ", Han, employed by" in english("enforced", "property_report")


def test_a_change_and_a_measure_whose_translation_begins_with_its_verb_read_as_sentences():
    case = with_debt(agreement=None)
    case |= {"measures": ["正在申请托管岗位"], "updates": [{"date": "2026-11-10", "statement": "获准兼职"}]}
    case["english"] = {"正在申请托管岗位": "am applying for a care post", "获准兼职": "was allowed to work part-time"}
    text = nd.render("hardship_letter", nd.load(case), lang="en").text
    assert "10 November 2026: I was allowed to work part-time." in text
    assert "I have been applying for a care post." in text


def test_a_plan_of_half_years_pays_no_interest_by_the_month():
    """The schedule was called “interest monthly” whatever its interval; harvests are paid out twice a year."""
    plan = {"method": "interest_first", "annual_rate": "4%", "every": "half_year", "periods": "2"}
    case = with_debt(proposal={**plan, "first_due": "2027-05-25", "funds": "卖粮款"})
    case["finances"]["income"] = [{"name": "工资", "amount": "24000.00", "every": "half_year"}]
    case["finances"]["essentials"], case["finances"]["other_debts"] = [{"name": "伙食", "amount": "900.00"}], []
    english = told("repayment_plan", case)
    assert "The plan is calculated as interest only, principal at the end at 4% a year." in english
    assert "interest monthly" not in english
    statement = told("financial_statement", case)
    assert "RMB 24,000.00 every six months, converted to a monthly figure" in statement
    assert "Line 1 less line 3\n" in statement


def test_payments_under_a_settlement_are_taken_off_in_the_plural():
    english = nd.render(
        "hardship_letter",
        nd.load(Path(__file__).parents[1] / "facts/rare.yaml"),
        "enforced",
        "en",
        acknowledge={*READ, "litigation"},
    ).text
    assert "These payments were made under the arrangement" in english
    assert "please check that they are taken off what is enforced." in english
