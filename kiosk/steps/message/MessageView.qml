import TutorialKiosk.Backend
import TutorialKiosk.Controls

//! The reactions to a message.
Answers {
    required property VoiceViewModel voice
}
