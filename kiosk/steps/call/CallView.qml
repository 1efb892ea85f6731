import TutorialKiosk.Backend
import TutorialKiosk.Controls

//! What the learner may do about the call.
Answers {
    required property VoiceViewModel voice
}
