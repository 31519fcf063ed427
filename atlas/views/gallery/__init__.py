"""The gallery: pictures of the atlas and the user's own, as a grid and one by one."""
