"""Every word that the coach writes: the skeletons that a draft is composed from."""
