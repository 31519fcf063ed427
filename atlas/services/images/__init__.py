"""Pictures that did not come with the atlas, and those that did: one gate, decoding, thumbnails, clean copies.

Every picture of the user's passes `gate`; nothing else in the atlas opens one. The structure of a file is read here, in
plain bounded Python (`structure/`); Pillow is handed the pixels' part of it only, after their cost is known.
"""
