"""The page where a bilingual person translates, sentence by sentence."""
