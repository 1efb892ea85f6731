import TutorialKiosk.Backend
import TutorialKiosk.Controls

//! The reactions to a call.
Answers {
    required property VoiceViewModel voice
}
