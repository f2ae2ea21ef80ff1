"""Every table of the one record, one noun a file: the nouns are the index."""

from onechild.service.record.models.absence import Absence
from onechild.service.record.models.academy_cohort import AcademyCohort
from onechild.service.record.models.academy_place import AcademyPlace
from onechild.service.record.models.address import Address
from onechild.service.record.models.adopter import Adopter
from onechild.service.record.models.adult import Adult
from onechild.service.record.models.adult_contact import AdultContact, AdultContactKind
from onechild.service.record.models.adult_history_opening import AdultHistoryOpening
from onechild.service.record.models.adult_name import AdultName
from onechild.service.record.models.allegation import Allegation
from onechild.service.record.models.allocation import Allocation
from onechild.service.record.models.allocation_move import AllocationMove
from onechild.service.record.models.allocation_plan import AllocationPlan
from onechild.service.record.models.allocation_plan_line import AllocationPlanLine
from onechild.service.record.models.assessed_year import AssessedYear
from onechild.service.record.models.assessed_year_note import AssessedYearNote
from onechild.service.record.models.assessed_year_review import AssessedYearReview
from onechild.service.record.models.assessment import Assessment
from onechild.service.record.models.assessment_factor import AssessmentFactor
from onechild.service.record.models.assessment_work import AssessmentWork, WorkStatus
from onechild.service.record.models.audit import Audit
from onechild.service.record.models.care_episode import CareEpisode
from onechild.service.record.models.care_plan import CarePlan
from onechild.service.record.models.care_year_outcome import CareYearOutcome
from onechild.service.record.models.case_note import CaseNote, NoteKind, NoteWay
from onechild.service.record.models.caseload_exception import CaseloadException
from onechild.service.record.models.change_set import ChangeSet
from onechild.service.record.models.child import Child
from onechild.service.record.models.child_details import ChildDetails
from onechild.service.record.models.child_in_need_plan import ChildInNeedPlan
from onechild.service.record.models.child_in_need_review import ChildInNeedReview
from onechild.service.record.models.child_link import ChildLink, ChildLinkRow
from onechild.service.record.models.child_name import ChildName
from onechild.service.record.models.child_protection_category import ChildProtectionCategory
from onechild.service.record.models.child_protection_plan import ChildProtectionPlan
from onechild.service.record.models.closure import Closure
from onechild.service.record.models.complaint import Complaint
from onechild.service.record.models.conference import Conference
from onechild.service.record.models.conference_arrangement import ConferenceArrangement
from onechild.service.record.models.contact import Contact
from onechild.service.record.models.conviction import Conviction
from onechild.service.record.models.core_group import CoreGroup
from onechild.service.record.models.cover import Cover
from onechild.service.record.models.decision import Decision, DecisionKind
from onechild.service.record.models.decision_challenge import DecisionChallenge
from onechild.service.record.models.decision_explained import DecisionExplained
from onechild.service.record.models.delay_cause import CauseOfDelay, DelayCause
from onechild.service.record.models.deprivation_of_liberty_order import DeprivationOfLibertyOrder
from onechild.service.record.models.diary_entry import DiaryEntry, DiaryKind
from onechild.service.record.models.direction import Direction
from onechild.service.record.models.direction_step import DirectionStep, DirectionStepKind
from onechild.service.record.models.disability import Disability
from onechild.service.record.models.document import Document, DocumentKind, ScanState
from onechild.service.record.models.document_content import DocumentContent
from onechild.service.record.models.early_help_episode import EarlyHelpEpisode
from onechild.service.record.models.edge_of_care_episode import EdgeOfCareEpisode
from onechild.service.record.models.ehc_need import EhcNeed
from onechild.service.record.models.ehc_plan import EhcPlan
from onechild.service.record.models.ehc_request import EhcRequest
from onechild.service.record.models.employment import Employment
from onechild.service.record.models.employment_note import EmploymentNote
from onechild.service.record.models.enquiry_note import EnquiryNote, EnquiryOutcome
from onechild.service.record.models.escalation import Escalation, EscalationAbout, EscalationOutcome
from onechild.service.record.models.escalation_step import EscalationStage, EscalationStep
from onechild.service.record.models.family_member import FamilyMember
from onechild.service.record.models.figure import Figure
from onechild.service.record.models.figure_child import FigureChild
from onechild.service.record.models.figure_day import FigureDay
from onechild.service.record.models.figure_document import FigureDocument
from onechild.service.record.models.figure_run import FigureRun
from onechild.service.record.models.finding import Finding
from onechild.service.record.models.fostering_application import FosteringApplication
from onechild.service.record.models.fostering_household import FosteringHousehold
from onechild.service.record.models.front_door_decision import FrontDoorDecision
from onechild.service.record.models.handover import Handover
from onechild.service.record.models.health_check import HealthCheck
from onechild.service.record.models.hearing import Hearing
from onechild.service.record.models.history_answer import HistoryAnswer
from onechild.service.record.models.homeless_choice import HomelessChoice, HomelessOutcome
from onechild.service.record.models.household_check import HouseholdCheck
from onechild.service.record.models.household_review import HouseholdReview
from onechild.service.record.models.identifier import Identifier
from onechild.service.record.models.immigration_status import ImmigrationStatus
from onechild.service.record.models.immunisation import Immunisation
from onechild.service.record.models.independent_reviewing_contact import IndependentReviewingContact
from onechild.service.record.models.information_request import InformationRequest
from onechild.service.record.models.intake import FamilyTold, Intake, IntakeChannel, IntakeStage
from onechild.service.record.models.intake_adult import IntakeAdult
from onechild.service.record.models.intake_child import IntakeChild
from onechild.service.record.models.intake_move import IntakeMove
from onechild.service.record.models.interview_note import InterviewNote
from onechild.service.record.models.late_reason import LateReason
from onechild.service.record.models.leaving_care_circumstances import LeavingCareCircumstances
from onechild.service.record.models.leaving_care_contact import LeavingCareContact
from onechild.service.record.models.leaving_care_eligibility import LeavingCareEligibility
from onechild.service.record.models.legal_status import LegalStatus
from onechild.service.record.models.letter import Letter, LetterKind, LetterStatus
from onechild.service.record.models.letter_part import LetterPart
from onechild.service.record.models.letter_recipient import LetterRecipient
from onechild.service.record.models.looked_after_review import LookedAfterReview
from onechild.service.record.models.matching_decision import MatchingDecision
from onechild.service.record.models.meeting_note import MeetingNote
from onechild.service.record.models.meeting_person import MeetingPart, MeetingPerson
from onechild.service.record.models.missing_episode import MissingEpisode
from onechild.service.record.models.mother import Mother
from onechild.service.record.models.need_plan_note import NeedPlanNote
from onechild.service.record.models.obligation import Obligation
from onechild.service.record.models.out_of_hours_holder import OutOfHoursHolder
from onechild.service.record.models.outcome import Outcome
from onechild.service.record.models.oversight import Oversight
from onechild.service.record.models.partner_check import Agency, PartnerCheck, SharingGround
from onechild.service.record.models.pathway import RESTRICTING, Pathway, PathwayKind
from onechild.service.record.models.pathway_entry import PathwayEntry
from onechild.service.record.models.pathway_step import PathwayStep
from onechild.service.record.models.period_of_care import PeriodOfCare
from onechild.service.record.models.permanence_case import PermanenceCase
from onechild.service.record.models.permanence_plan import PermanencePlan
from onechild.service.record.models.personal_education_plan import PersonalEducationPlan
from onechild.service.record.models.personal_supervision import PersonalSupervision
from onechild.service.record.models.placement import Placement
from onechild.service.record.models.placement_condition import PlacementCondition
from onechild.service.record.models.placement_plan import PlacementPlan
from onechild.service.record.models.plan_action import PlanAction
from onechild.service.record.models.plan_outcome import PlanKind, PlanOutcome
from onechild.service.record.models.post import Post
from onechild.service.record.models.practice_observation import PracticeObservation
from onechild.service.record.models.pre_proceedings import PreProceedings
from onechild.service.record.models.previous_permanence import PreviousPermanence
from onechild.service.record.models.private_fostering import PrivateFostering
from onechild.service.record.models.proceedings import Proceedings
from onechild.service.record.models.protective_order import OrderKind, ProtectiveOrder
from onechild.service.record.models.published_figure import PublishedFigure
from onechild.service.record.models.published_figure_child import PublishedFigureChild
from onechild.service.record.models.published_use import PublishedUse
from onechild.service.record.models.quarantine_row import QuarantineRow
from onechild.service.record.models.referral import Referral
from onechild.service.record.models.registration_renewal import RegistrationRenewal
from onechild.service.record.models.relationship import Relationship
from onechild.service.record.models.relationship_note import RelationshipNote, ResponsibilityGround
from onechild.service.record.models.request_pause import RequestPause
from onechild.service.record.models.return_interview import ReturnInterview
from onechild.service.record.models.school_place import SchoolPlace
from onechild.service.record.models.school_result import SchoolResult
from onechild.service.record.models.school_term import SchoolTerm
from onechild.service.record.models.second_look import SecondLook
from onechild.service.record.models.section_47_enquiry import Section47Enquiry
from onechild.service.record.models.serious_incident import SeriousIncident
from onechild.service.record.models.setting import Setting
from onechild.service.record.models.significant_mark import SignificantMark
from onechild.service.record.models.source_system import SourceSystem
from onechild.service.record.models.stay import Stay
from onechild.service.record.models.step_down import StepDown
from onechild.service.record.models.step_taken import StepTaken
from onechild.service.record.models.strategy_discussion import StrategyDiscussion
from onechild.service.record.models.strategy_note import StrategyNote, StrategyOutcome
from onechild.service.record.models.strengths_and_difficulties import StrengthsAndDifficulties
from onechild.service.record.models.substance_misuse import SubstanceMisuse
from onechild.service.record.models.supervision import Supervision
from onechild.service.record.models.supervision_note import SupervisionNote
from onechild.service.record.models.supervision_reading import SupervisionReading
from onechild.service.record.models.supervision_session import SessionKind, SupervisionSession
from onechild.service.record.models.team import Team
from onechild.service.record.models.team_lineage import TeamLineage
from onechild.service.record.models.team_membership import TeamMembership
from onechild.service.record.models.timed_power import TimedPower
from onechild.service.record.models.transfer_request import TransferRequest
from onechild.service.record.models.visit import Visit
from onechild.service.record.models.visit_interval import VisitInterval
from onechild.service.record.models.visit_note import VisitNote, VisitPlace
from onechild.service.record.models.warning import WarningKind, WarningNote
from onechild.service.record.models.watch import Watch, WatchKind
from onechild.service.record.models.watch_reading import WatchReading
from onechild.service.record.models.work_step import WorkStep, WorkStepKind
from onechild.service.record.models.worker import Worker
from onechild.service.record.models.worker_detail import WorkerDetail
from onechild.service.record.models.worker_fact import WorkerFact
from onechild.service.record.models.worker_limit import WorkerLimit
from onechild.service.record.models.worker_name import WorkerName
from onechild.service.record.models.workforce_target import WorkforceTarget

__all__ = [
    "RESTRICTING",
    "Absence",
    "AcademyCohort",
    "AcademyPlace",
    "Address",
    "Adopter",
    "Adult",
    "AdultContact",
    "AdultContactKind",
    "AdultHistoryOpening",
    "AdultName",
    "Agency",
    "Allegation",
    "Allocation",
    "AllocationMove",
    "AllocationPlan",
    "AllocationPlanLine",
    "AssessedYear",
    "AssessedYearNote",
    "AssessedYearReview",
    "Assessment",
    "AssessmentFactor",
    "AssessmentWork",
    "Audit",
    "CareEpisode",
    "CarePlan",
    "CareYearOutcome",
    "CaseNote",
    "CaseloadException",
    "CauseOfDelay",
    "ChangeSet",
    "Child",
    "ChildDetails",
    "ChildInNeedPlan",
    "ChildInNeedReview",
    "ChildLink",
    "ChildLinkRow",
    "ChildName",
    "ChildProtectionCategory",
    "ChildProtectionPlan",
    "Closure",
    "Complaint",
    "Conference",
    "ConferenceArrangement",
    "Contact",
    "Conviction",
    "CoreGroup",
    "Cover",
    "Decision",
    "DecisionChallenge",
    "DecisionExplained",
    "DecisionKind",
    "DelayCause",
    "DeprivationOfLibertyOrder",
    "DiaryEntry",
    "DiaryKind",
    "Direction",
    "DirectionStep",
    "DirectionStepKind",
    "Disability",
    "Document",
    "DocumentContent",
    "DocumentKind",
    "EarlyHelpEpisode",
    "EdgeOfCareEpisode",
    "EhcNeed",
    "EhcPlan",
    "EhcRequest",
    "Employment",
    "EmploymentNote",
    "EnquiryNote",
    "EnquiryOutcome",
    "Escalation",
    "EscalationAbout",
    "EscalationOutcome",
    "EscalationStage",
    "EscalationStep",
    "FamilyMember",
    "FamilyTold",
    "Figure",
    "FigureChild",
    "FigureDay",
    "FigureDocument",
    "FigureRun",
    "Finding",
    "FosteringApplication",
    "FosteringHousehold",
    "FrontDoorDecision",
    "Handover",
    "HealthCheck",
    "Hearing",
    "HistoryAnswer",
    "HomelessChoice",
    "HomelessOutcome",
    "HouseholdCheck",
    "HouseholdReview",
    "Identifier",
    "ImmigrationStatus",
    "Immunisation",
    "IndependentReviewingContact",
    "InformationRequest",
    "Intake",
    "IntakeAdult",
    "IntakeChannel",
    "IntakeChild",
    "IntakeMove",
    "IntakeStage",
    "InterviewNote",
    "LateReason",
    "LeavingCareCircumstances",
    "LeavingCareContact",
    "LeavingCareEligibility",
    "LegalStatus",
    "Letter",
    "LetterKind",
    "LetterPart",
    "LetterRecipient",
    "LetterStatus",
    "LookedAfterReview",
    "MatchingDecision",
    "MeetingNote",
    "MeetingPart",
    "MeetingPerson",
    "MissingEpisode",
    "Mother",
    "NeedPlanNote",
    "NoteKind",
    "NoteWay",
    "Obligation",
    "OrderKind",
    "OutOfHoursHolder",
    "Outcome",
    "Oversight",
    "PartnerCheck",
    "Pathway",
    "PathwayEntry",
    "PathwayKind",
    "PathwayStep",
    "PeriodOfCare",
    "PermanenceCase",
    "PermanencePlan",
    "PersonalEducationPlan",
    "PersonalSupervision",
    "Placement",
    "PlacementCondition",
    "PlacementPlan",
    "PlanAction",
    "PlanKind",
    "PlanOutcome",
    "Post",
    "PracticeObservation",
    "PreProceedings",
    "PreviousPermanence",
    "PrivateFostering",
    "Proceedings",
    "ProtectiveOrder",
    "PublishedFigure",
    "PublishedFigureChild",
    "PublishedUse",
    "QuarantineRow",
    "Referral",
    "RegistrationRenewal",
    "Relationship",
    "RelationshipNote",
    "RequestPause",
    "ResponsibilityGround",
    "ReturnInterview",
    "ScanState",
    "SchoolPlace",
    "SchoolResult",
    "SchoolTerm",
    "SecondLook",
    "Section47Enquiry",
    "SeriousIncident",
    "SessionKind",
    "Setting",
    "SharingGround",
    "SignificantMark",
    "SourceSystem",
    "Stay",
    "StepDown",
    "StepTaken",
    "StrategyDiscussion",
    "StrategyNote",
    "StrategyOutcome",
    "StrengthsAndDifficulties",
    "SubstanceMisuse",
    "Supervision",
    "SupervisionNote",
    "SupervisionReading",
    "SupervisionSession",
    "Team",
    "TeamLineage",
    "TeamMembership",
    "TimedPower",
    "TransferRequest",
    "Visit",
    "VisitInterval",
    "VisitNote",
    "VisitPlace",
    "WarningKind",
    "WarningNote",
    "Watch",
    "WatchKind",
    "WatchReading",
    "WorkStatus",
    "WorkStep",
    "WorkStepKind",
    "Worker",
    "WorkerDetail",
    "WorkerFact",
    "WorkerLimit",
    "WorkerName",
    "WorkforceTarget",
]
