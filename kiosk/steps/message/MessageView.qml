import TutorialKiosk.Backend
import TutorialKiosk.Controls

//! What the learner may do about the message.
Answers {
    required property VoiceViewModel voice
}
