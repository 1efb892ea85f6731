"""The room where a bilingual person translates, sentence by sentence."""
