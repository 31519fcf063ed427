"""Terrain and imagery of the south polar square, and the user's own: heights, slopes and pictures of them."""

from atlas.services.terrain.pictures import GroundPictures
from atlas.services.terrain.terrain import Reading, Source, Terrain, TerrainError

__all__ = ["GroundPictures", "Reading", "Source", "Terrain", "TerrainError"]
