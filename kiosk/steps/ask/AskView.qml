import TutorialKiosk.Backend
import TutorialKiosk.Controls

//! The answers to the question.
Answers {
    required property VoiceViewModel voice
}
